namespace NetDsl.Data;

/// <summary>How the characters of a text of a fixed size are written in a binary file.</summary>
internal enum TextCoding
{
    /// <summary>UTF-8, filled up with zeros: NumPy's S.</summary>
    Utf8,

    /// <summary>To the first zero, or filled up with spaces, which do not count: FITS.</summary>
    Padded,

    /// <summary>Four bytes a character, the lowest first, filled up with zeros: NumPy's U.</summary>
    LittleEndianUtf32,

    /// <summary>Four bytes a character, the highest first, filled up with zeros: NumPy's U.</summary>
    BigEndianUtf32,
}
