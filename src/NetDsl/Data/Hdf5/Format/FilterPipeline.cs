namespace NetDsl.Data.Hdf5.Format;

/// <summary>The filters that chunks went through (HDF5 File Format Specification 3.0, section IV.A.2.l).</summary>
internal sealed class FilterPipeline
{
    /// <summary>zlib's.</summary>
    public const int Deflate = 1;

    /// <summary>The first bytes of all elements, then the second bytes ...</summary>
    public const int Shuffle = 2;

    /// <summary>A check sum at the end.</summary>
    public const int Fletcher32 = 3;

    /// <summary>h5py's fast one.</summary>
    public const int Lzf = 32000;

    private FilterPipeline(List<Filter> filters) => this.Filters = filters;

    /// <summary>The filters in the order in which they were applied.</summary>
    public IReadOnlyList<Filter> Filters { get; }

    /// <summary>Their names.</summary>
    public IReadOnlyList<string> Names => [.. this.Filters.Select(filter => filter.Name)];

    /// <summary>The first filter that is not read here; null where all are.</summary>
    public Filter? Unknown => this.Filters.FirstOrDefault(filter => filter.Id is not (Deflate or Shuffle or Fletcher32 or Lzf));

    /// <summary>Reads the filters of a dataset.</summary>
    public static FilterPipeline Read(Hdf5Source source, ObjectHeader header)
    {
        List<Filter> filters = [];
        if (header.Find(MessageType.FilterPipeline) is { } message)
        {
            ByteCursor cursor = new(source, message.Span, "a filter pipeline");
            int version = cursor.Version(1, 2);
            int count = cursor.UInt8();
            cursor.Skip(version == 1 ? 6 : 0);
            for (int i = 0; i < count; i++)
                filters.Add(ReadFilter(ref cursor, version));
        }

        return new FilterPipeline(filters);
    }

    private static Filter ReadFilter(ref ByteCursor cursor, int version)
    {
        const int FirstForeignId = 256;
        int id = cursor.UInt16();
        int nameLength = version == 1 || id >= FirstForeignId ? cursor.UInt16() : 0;
        cursor.Skip(sizeof(ushort));
        int count = cursor.UInt16();
        string name = cursor.Text(nameLength);
        if (version == 1)
            cursor.Skip((8 - (nameLength % 8)) % 8);

        uint[] values = new uint[count <= cursor.Left / sizeof(uint) ? count : throw cursor.Broken("a filter is cut off. The file is broken.")];
        for (int i = 0; i < count; i++)
            values[i] = (uint)cursor.UInt32();

        if (version == 1 && count % 2 != 0)
            cursor.Skip(Math.Min(sizeof(uint), cursor.Left));

        return new Filter(id, NameOf(id, name), values);
    }

    // Registered at https://github.com/HDFGroup/hdf5_plugins; those that people meet.
    private static string NameOf(int id, string stored) => id switch
    {
        Deflate => "deflate",
        Shuffle => "shuffle",
        Fletcher32 => "fletcher32",
        4 => "szip",
        5 => "nbit",
        6 => "scaleoffset",
        Lzf => "lzf",
        305 => "lzo",
        307 => "bzip2",
        32001 => "blosc",
        32004 => "lz4",
        32008 => "bitshuffle",
        32013 => "zfp",
        32015 => "zstd",
        32026 => "blosc2",
        _ => stored.Length > 0 ? stored : FormattableString.Invariant($"filter {id}"),
    };
}
