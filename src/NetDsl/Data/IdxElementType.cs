namespace NetDsl.Data;

/// <summary>What the values of an IDX file are; the numbers are the file's codes.</summary>
public enum IdxElementType
{
    /// <summary>From 0 to 255: pixels and labels.</summary>
    UnsignedByte = 0x08,

    /// <summary>From -128 to 127.</summary>
    SignedByte = 0x09,

    /// <summary>16 bits with a sign.</summary>
    Int16 = 0x0B,

    /// <summary>32 bits with a sign.</summary>
    Int32 = 0x0C,

    /// <summary>Single precision.</summary>
    Single = 0x0D,

    /// <summary>Double precision.</summary>
    Double = 0x0E,
}
