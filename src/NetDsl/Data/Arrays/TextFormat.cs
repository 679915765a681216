using System.Buffers.Binary;
using System.Text;

namespace NetDsl.Data;

/// <summary>How a text of a fixed size lies in a binary file.</summary>
/// <param name="Size">The bytes of a text, at least 1.</param>
/// <param name="Coding">How its characters are written.</param>
internal readonly record struct TextFormat(int Size, TextCoding Coding)
{
    private const int LongestOnStack = 256;

    /// <summary>The number of a text; that of a missing one where it is empty.</summary>
    /// <param name="bytes">The <see cref="Size"/> bytes of it.</param>
    /// <param name="texts">Numbers the texts.</param>
    public int Read(ReadOnlySpan<byte> bytes, TextCodes texts)
    {
        switch (this.Coding)
        {
            case TextCoding.Utf8:
                return Number(bytes.TrimEnd((byte)0), texts);
            case TextCoding.Padded:
                int end = bytes.IndexOf((byte)0);
                return Number((end < 0 ? bytes : bytes[..end]).TrimEnd((byte)' '), texts);
            default:
                return this.ReadUtf32(bytes, texts);
        }
    }

    private static int Number(ReadOnlySpan<byte> text, TextCodes texts) => text.IsEmpty ? TextCodes.Missing : texts.Of(text);

    private int ReadUtf32(ReadOnlySpan<byte> bytes, TextCodes texts)
    {
        // A character beyond U+FFFF takes two.
        int most = bytes.Length / 2;
        Span<char> characters = most <= LongestOnStack ? stackalloc char[LongestOnStack] : new char[most];
        int length = 0;
        int used = 0;
        for (int i = 0; i < bytes.Length; i += sizeof(uint))
        {
            ReadOnlySpan<byte> place = bytes.Slice(i, sizeof(uint));
            uint code = this.Coding == TextCoding.BigEndianUtf32
                ? BinaryPrimitives.ReadUInt32BigEndian(place)
                : BinaryPrimitives.ReadUInt32LittleEndian(place);
            Rune rune = Rune.IsValid(code) ? new Rune(code) : Rune.ReplacementChar;
            length += rune.EncodeToUtf16(characters[length..]);
            used = code == 0 ? used : length;
        }

        return used == 0 ? TextCodes.Missing : texts.Of(characters[..used]);
    }
}
