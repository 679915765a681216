using System.Buffers.Binary;
using System.Text;
using NetDsl.Data;

namespace NetDsl.Interchange;

/// <summary>An NPY file whose header was read and held against its length.</summary>
/// <param name="bytes">The file.</param>
/// <param name="header">Its header.</param>
/// <param name="begin">Where the values begin.</param>
/// <param name="count">The number of elements, which the file has.</param>
internal sealed class NpyContent(StoredBytes bytes, NpyHeader header, int begin, long count)
{
    // Far more than any record needs; NumPy itself refuses more than 10,000 bytes unless it is told to trust the file.
    private const int LongestHeader = 1 << 20;

    private const int MostTexts = 1 << 16;

    public static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>The file.</summary>
    public StoredBytes Bytes => bytes;

    /// <summary>What the header says.</summary>
    public NpyHeader Header => header;

    /// <summary>Where the values begin.</summary>
    public int Begin => begin;

    /// <summary>The number of elements.</summary>
    public long Count => count;

    /// <summary>Reads the header.</summary>
    /// <param name="bytes">The file.</param>
    /// <exception cref="DataFormatException">It is no NPY file, or it is shorter or longer than its header says.</exception>
    public static NpyContent Read(StoredBytes bytes)
    {
        Span<byte> start = stackalloc byte[12];
        start = start[..(int)Math.Min(start.Length, bytes.Length)];
        bytes.Read(0, start);
        int version = start.Length > Magic.Length && start.StartsWith(Magic) ? start[Magic.Length] : 0;
        int lengthSize = version == 1 ? sizeof(ushort) : sizeof(uint);
        int begin = Magic.Length + 2 + lengthSize;
        if (start.Length < begin || version is < 1 or > 3)
        {
            throw DataFormatException.InFile(bytes.Path, "this is no NPY file of version 1, 2 or 3, or it is cut off within its first bytes.");
        }

        ReadOnlySpan<byte> lengthBytes = start.Slice(begin - lengthSize, lengthSize);
        uint length = version == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(lengthBytes) : BinaryPrimitives.ReadUInt32LittleEndian(lengthBytes);
        if (length > LongestHeader)
        {
            throw DataFormatException.InFile(
                bytes.Path, FormattableString.Invariant($"the header is said to have {length} bytes; more than {LongestHeader} are not believed."));
        }

        if (length > bytes.Length - begin)
        {
            throw DataFormatException.InFile(bytes.Path, "the file ends within its header. It is cut off.");
        }

        byte[] text = new byte[length];
        bytes.Read(begin, text);
        try
        {
            NpyHeader header = NpyHeader.Parse((version == 3 ? Encoding.UTF8 : Encoding.Latin1).GetString(text));
            begin += text.Length;
            return new NpyContent(bytes, header, begin, CountElements(bytes.Path, header, bytes.Length - begin));
        }
        catch (FormatException error)
        {
            throw DataFormatException.InFile(bytes.Path, $"the header cannot be read: {error.Message}.", inner: error);
        }
    }

    /// <summary>The array of numbers.</summary>
    /// <exception cref="DataFormatException">It holds something else.</exception>
    public ArrayRows Numbers() => new(
        bytes,
        begin,
        header.Type.Number ?? throw DataFormatException.InFile(bytes.Path, $"{header.Type.WhyNoNumber()}."),
        header.Shape,
        header.IsFortranOrder);

    /// <summary>The array of numbers, which is one of rows.</summary>
    /// <exception cref="DataFormatException">It holds something else, or no rows.</exception>
    public ArrayRows Rows()
    {
        ArrayRows rows = this.Numbers();
        return header.Shape.Length > 0 && count > 0
            ? rows
            : throw DataFormatException.InFile(
                bytes.Path, $"rows were expected; the file has an array of shape ({string.Join(", ", header.Shape)}), which holds none.");
    }

    /// <summary>The array of the labels of rows: numbers of classes, or texts.</summary>
    /// <param name="classes">The number of classes; null for those that are found.</param>
    /// <param name="names">The names of the classes, or null.</param>
    /// <exception cref="DataFormatException">It is no array of labels, or a label is out of range.</exception>
    public LabelRows Labels(int? classes, IReadOnlyList<string>? names)
    {
        long rows = header.Shape.Length == 0 ? 0 : header.Shape[0];
        if (count == 0 || count != rows)
        {
            throw DataFormatException.InFile(
                bytes.Path, $"one label for each row was expected; the file has an array of shape ({string.Join(", ", header.Shape)}).");
        }

        return header.Type.Characters is { } text
            ? new TextLabelRows(bytes, begin, text, rows, names)
            : new ClassNumberRows(this.Rows(), classes, names);
    }

    /// <summary>All texts, for example names; null where it holds something else, or more than anything has names.</summary>
    public IReadOnlyList<string>? Texts()
    {
        if (header.Type.Characters is not { } format || count > MostTexts || header.Shape.Length != 1)
        {
            return null;
        }

        TextCodes codes = new();
        string[] texts = new string[count];
        byte[] text = new byte[format.Size];
        for (int i = 0; i < texts.Length; i++)
        {
            bytes.Read(begin + ((long)i * text.Length), text);
            int code = format.Read(text, codes);
            texts[i] = code == TextCodes.Missing ? string.Empty : codes.Texts[code];
        }

        return texts;
    }

    private static long CountElements(string path, NpyHeader header, long bytes)
    {
        UInt128 count = 1;
        foreach (long extent in header.Shape)
        {
            // A product beyond any file needs not to be exact, only not to overflow.
            count = UInt128.Min(count * (ulong)extent, ulong.MaxValue);
        }

        return count * (uint)header.Type.Size == (UInt128)bytes
            ? (long)count
            : throw DataFormatException.InFile(
                path,
                FormattableString.Invariant(
                    $"the header promises ({string.Join(", ", header.Shape)}) values of {header.Type.Size} bytes; the file has {bytes} bytes ") +
                "for them. It is cut off or broken.");
    }
}
