namespace NetDsl.Data.Hdf5.Format;

/// <summary>Where a dataset's values lie (HDF5 File Format Specification 3.0, section IV.A.2.i).</summary>
internal sealed record DataLayout
{
    private const string What = "a data layout";

    /// <summary>The kind.</summary>
    public LayoutKind Kind { get; private init; }

    /// <summary>The first byte of a contiguous dataset, or the index of the chunks.</summary>
    public long Address { get; private init; } = Hdf5Source.Undefined;

    /// <summary>The values of a compact dataset.</summary>
    public ReadOnlyMemory<byte> Compact { get; private init; }

    /// <summary>The extents of a chunk; null where there are no chunks.</summary>
    public long[]? ChunkShape { get; private init; }

    /// <summary>How chunks are found.</summary>
    public ChunkIndexKind Index { get; private init; }

    /// <summary>The stored bytes of a single chunk with filters; 0 where they are not given.</summary>
    public long SingleChunkBytes { get; private init; }

    /// <summary>The filters that a single chunk did not go through.</summary>
    public uint SingleChunkMask { get; private init; }

    /// <summary>Whether chunks that stand out over the dataset's edges go through no filter.</summary>
    public bool LeavesEdgesUnfiltered { get; private init; }

    /// <summary>The value of an element that was never written; empty for zeros.</summary>
    public byte[] Fill { get; private init; } = [];

    /// <summary>Reads the layout of a dataset.</summary>
    public static DataLayout Read(Hdf5Source source, ObjectHeader header, Dataspace space, int elementSize)
    {
        if ((UInt128)space.Count * (uint)elementSize > long.MaxValue)
            throw source.Broken($"the shape ({string.Join(", ", space.Shape)}) has more bytes than any file can. The file is broken.");

        ReadOnlyMemory<byte> message = header.Find(MessageType.Layout) ?? throw source.Broken("a dataset has no layout. The file is broken.");
        ByteCursor cursor = new(source, message.Span, What);
        int version = cursor.Version(1, 4);
        DataLayout layout = version < 3 ? ReadOld(ref cursor, message) : ReadNew(ref cursor, message, version);
        if (layout.ChunkShape is not null)
            layout = layout with { ChunkShape = CheckChunks(source, layout.ChunkShape, space, elementSize) };

        if (header.Has(MessageType.ExternalFiles))
            layout = layout with { Kind = LayoutKind.External };

        return layout with { Fill = FillValue.Read(source, header, elementSize) };
    }

    // In the file the last extent of a chunk is the size of an element.
    private static long[] CheckChunks(Hdf5Source source, long[] stored, Dataspace space, int elementSize)
    {
        UInt128 bytes = 1;
        foreach (long extent in stored)
            bytes = UInt128.Min(bytes * (ulong)extent, uint.MaxValue + 1UL);

        if (stored.Length != space.Shape.Length + 1 || stored[^1] != elementSize || bytes == 0 || bytes > int.MaxValue)
        {
            throw source.Broken(
                $"chunks of ({string.Join(", ", stored)}) do not fit a dataset of ({string.Join(", ", space.Shape)}), or have 2 GB or more. " +
                "Write it anew with h5repack and smaller chunks.");
        }

        return stored[..^1];
    }

    private static DataLayout ReadOld(ref ByteCursor cursor, ReadOnlyMemory<byte> message)
    {
        int rank = cursor.UInt8();
        LayoutKind kind = (LayoutKind)cursor.UInt8();
        cursor.Skip(5);
        long address = kind == LayoutKind.Compact ? Hdf5Source.Undefined : cursor.Address();
        long[] extents = Extents(ref cursor, rank, sizeof(uint));
        return kind switch
        {
            LayoutKind.Compact => new DataLayout { Compact = Part(ref cursor, message, cursor.UInt32()) },
            LayoutKind.Contiguous => new DataLayout { Kind = kind, Address = address },
            LayoutKind.Chunked => new DataLayout { Kind = kind, Address = address, ChunkShape = extents },
            _ => throw cursor.Broken("the layout is unknown. The file is broken."),
        };
    }

    private static DataLayout ReadNew(ref ByteCursor cursor, ReadOnlyMemory<byte> message, int version)
    {
        LayoutKind kind = (LayoutKind)cursor.UInt8();
        return kind switch
        {
            LayoutKind.Compact => new DataLayout { Compact = Part(ref cursor, message, cursor.UInt16()) },
            LayoutKind.Contiguous => new DataLayout { Kind = kind, Address = cursor.Address() },
            LayoutKind.Chunked when version == 3 => ReadChunked(ref cursor),
            LayoutKind.Chunked => ReadIndexed(ref cursor),
            LayoutKind.Virtual => new DataLayout { Kind = kind },
            _ => throw cursor.Broken("the layout is unknown. The file is broken."),
        };
    }

    private static DataLayout ReadChunked(ref ByteCursor cursor)
    {
        int rank = cursor.UInt8();
        long address = cursor.Address();
        return new DataLayout { Kind = LayoutKind.Chunked, Address = address, ChunkShape = Extents(ref cursor, rank, sizeof(uint)) };
    }

    private static DataLayout ReadIndexed(ref ByteCursor cursor)
    {
        int flags = cursor.UInt8();
        int rank = cursor.UInt8();
        int size = cursor.UInt8();
        if (size is 0 or > sizeof(ulong))
            throw cursor.Broken("the extents of a chunk have no size that is possible. The file is broken.");

        long[] extents = Extents(ref cursor, rank, size);
        ChunkIndexKind index = (ChunkIndexKind)cursor.UInt8();
        bool isFilteredSingle = index == ChunkIndexKind.Single && (flags & 2) != 0;
        long bytes = isFilteredSingle ? cursor.Length() : 0;
        long mask = isFilteredSingle ? cursor.UInt32() : 0;

        // What the message says of the index besides, the index says itself.
        cursor.Skip(index switch
        {
            ChunkIndexKind.Single or ChunkIndexKind.Implicit => 0,
            ChunkIndexKind.FixedArray => 1,
            ChunkIndexKind.ExtensibleArray => 5,
            ChunkIndexKind.BTree2 => 6,
            _ => throw cursor.Broken(FormattableString.Invariant($"the chunks have an index of the kind {(int)index}, which is unknown.")),
        });
        return new DataLayout
        {
            Kind = LayoutKind.Chunked,
            Address = cursor.Address(),
            ChunkShape = extents,
            Index = index,
            SingleChunkBytes = bytes,
            SingleChunkMask = (uint)mask,
            LeavesEdgesUnfiltered = (flags & 1) != 0,
        };
    }

    private static ReadOnlyMemory<byte> Part(ref ByteCursor cursor, ReadOnlyMemory<byte> message, long length)
    {
        int start = cursor.Position;
        cursor.Skip(length);
        return message.Slice(start, (int)length);
    }

    private static long[] Extents(ref ByteCursor cursor, int rank, int size)
    {
        long[] extents = new long[rank];
        for (int i = 0; i < rank; i++)
            extents[i] = cursor.Number(size);

        return extents;
    }
}
