namespace NetDsl.Data;

/// <summary>A part of a FITS file (header and data unit), held against the length of the file.</summary>
/// <param name="Index">Its place in the file.</param>
/// <param name="Header">Its header.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Begin">Where its data begin.</param>
/// <param name="Axes">The extents of its data, the fastest first.</param>
/// <param name="Length">The bytes of its data, which the file has.</param>
internal sealed record FitsPart(int Index, FitsHeader Header, FitsHduKind Kind, long Begin, long[] Axes, long Length)
{
    // NAXIS has three digits at most.
    private const int MostAxes = 999;

    private static ReadOnlySpan<byte> FirstKeyword => "SIMPLE  ="u8;

    private static ReadOnlySpan<byte> NextKeyword => "XTENSION="u8;

    /// <summary>What it is called.</summary>
    public string Name => this.Header.Text("EXTNAME") ?? (this.Index == 0 ? "PRIMARY" : string.Empty);

    /// <summary>Whether bytes are the first of a FITS file.</summary>
    public static bool IsStart(ReadOnlySpan<byte> bytes) => bytes.StartsWith(FirstKeyword);

    /// <summary>The bytes that <see cref="IsStart"/> looks at.</summary>
    public static int StartLength => FirstKeyword.Length;

    /// <summary>Reads all headers of a file.</summary>
    /// <param name="bytes">The file.</param>
    /// <exception cref="DataFormatException">It is no FITS file, or cut off, or broken.</exception>
    public static List<FitsPart> ReadAll(StoredBytes bytes)
    {
        Span<byte> start = stackalloc byte[FirstKeyword.Length];
        List<FitsPart> parts = [];
        long position = 0;
        while (bytes.Length - position >= start.Length)
        {
            bytes.Read(position, start);
            if (!start.SequenceEqual(parts.Count == 0 ? FirstKeyword : NextKeyword))
            {
                // Behind the last part there may be anything.
                break;
            }

            FitsPart part = Read(bytes, parts.Count, position);
            parts.Add(part);
            long end = part.Begin + part.Length;
            position = end + ((FitsHeader.BlockSize - (end % FitsHeader.BlockSize)) % FitsHeader.BlockSize);
        }

        return parts.Count > 0
            ? parts
            : throw DataFormatException.InFile(bytes.Path, "this is no FITS file: it does not begin with SIMPLE.");
    }

    private static FitsPart Read(StoredBytes bytes, int index, long position)
    {
        FitsHeader header = FitsHeader.Read(bytes, index, ref position);
        long count = header.Size("NAXIS");
        if (count > MostAxes)
        {
            throw header.Error($"NAXIS is {count}; at most {MostAxes} were expected.");
        }

        long[] axes = new long[count];
        UInt128 size = (UInt128)(count == 0 ? 0 : 1);
        for (int i = 0; i < axes.Length; i++)
        {
            axes[i] = header.Size(FormattableString.Invariant($"NAXIS{i + 1}"));

            // Groups, an old form, have a first axis of no extent. A product beyond any file needs not to be exact, only not to overflow.
            size = i == 0 && axes[0] == 0 && header.Truth("GROUPS") ? size : UInt128.Min(size * (ulong)axes[i], ulong.MaxValue);
        }

        long bits = header.Integer("BITPIX") ?? 0;
        if (bits is not (8 or 16 or 32 or 64 or -32 or -64))
        {
            throw header.Error($"BITPIX is {bits}; 8, 16, 32, 64, -32 or -64 was expected.");
        }

        ulong groups = header.Integer("GCOUNT") is null ? 1 : (ulong)header.Size("GCOUNT");
        ulong besides = header.Integer("PCOUNT") is null ? 0 : (ulong)header.Size("PCOUNT");
        UInt128 length = count == 0 ? 0 : UInt128.Min((size + besides) * groups, ulong.MaxValue) * (uint)(Math.Abs(bits) / 8);
        if (length > (UInt128)(bytes.Length - position))
        {
            throw header.Error(FormattableString.Invariant(
                $"the header promises {length} bytes of data; the file has {bytes.Length - position} behind it. It is cut off or broken."));
        }

        return new FitsPart(index, header, KindOf(header, index, axes), position, axes, (long)length);
    }

    private static FitsHduKind KindOf(FitsHeader header, int index, long[] axes) => (index == 0 ? "IMAGE" : header.Text("XTENSION")) switch
    {
        "IMAGE" => header.Truth("GROUPS") ? FitsHduKind.Other : FitsHduKind.Image,
        "BINTABLE" when axes.Length == 2 => FitsHduKind.BinaryTable,
        _ => FitsHduKind.Other,
    };
}
