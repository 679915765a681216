using NetDsl.Data.Hdf5.Format;

namespace NetDsl.Data.Hdf5.Storage;

/// <summary>Reads the index of a dataset's chunks, of any of its six kinds (HDF5 File Format Specification 3.0, sections III.A and VII).</summary>
internal sealed class ChunkIndexReader
{
    private const string What = "the index of a dataset's chunks";

    private readonly Hdf5Source source;
    private readonly DataLayout layout;
    private readonly long chunkBytes;
    private readonly bool isFiltered;
    private readonly ChunkGrid grid;
    private readonly ChunkGrid largestGrid;
    private readonly int unlimited;
    private readonly ChunkIndex.Builder builder;
    private readonly long[] place;

    private ChunkIndexReader(Hdf5Source source, DataLayout layout, Dataspace space, ChunkGrid grid, long chunkBytes, bool isFiltered)
    {
        this.source = source;
        this.layout = layout;
        this.grid = grid;
        this.chunkBytes = chunkBytes;
        this.isFiltered = isFiltered;
        this.builder = new ChunkIndex.Builder(chunkBytes);
        this.place = new long[space.Shape.Length];

        // Arrays number the chunks of the largest shape, with an extent that grows without end as the slowest.
        this.unlimited = Math.Max(0, Array.IndexOf(space.Largest, Dataspace.Unlimited));
        this.largestGrid = new ChunkGrid(
            this.Swizzled([.. space.Largest.Select((largest, i) => largest == Dataspace.Unlimited ? space.Shape[i] : largest)]),
            this.Swizzled(layout.ChunkShape!));
    }

    /// <summary>Reads the index.</summary>
    /// <param name="source">The file.</param>
    /// <param name="layout">Where it is.</param>
    /// <param name="space">The dataset's shape.</param>
    /// <param name="grid">The grid of its chunks.</param>
    /// <param name="chunkBytes">The bytes of a chunk without filters.</param>
    /// <param name="isFiltered">Whether there are filters.</param>
    public static ChunkIndex Read(Hdf5Source source, DataLayout layout, Dataspace space, ChunkGrid grid, long chunkBytes, bool isFiltered)
    {
        ChunkIndexReader reader = new(source, layout, space, grid, chunkBytes, isFiltered);
        if (layout.Address != Hdf5Source.Undefined && space.Count > 0)
            reader.Read();

        return reader.builder.Build();
    }

    private void Read()
    {
        switch (this.layout.Index)
        {
            case ChunkIndexKind.BTree1:
                BTree1.WalkChunks(this.source, this.layout.Address, this.place.Length, this.AddFromBTree1);
                break;
            case ChunkIndexKind.Single:
                long bytes = this.isFiltered && this.layout.SingleChunkBytes > 0 ? this.layout.SingleChunkBytes : this.chunkBytes;
                this.Add(0, new ChunkPlace(this.layout.Address, bytes, this.layout.SingleChunkMask));
                break;
            case ChunkIndexKind.Implicit:
                this.AddImplicit();
                break;
            case ChunkIndexKind.FixedArray:
                FixedArray.Walk(this.source, this.layout.Address, this.AddFromArray);
                break;
            case ChunkIndexKind.ExtensibleArray:
                ExtensibleArray.Walk(this.source, this.layout.Address, this.AddFromArray);
                break;
            default:
                const int Plain = 10;
                BTree2.Walk(this.source, this.layout.Address, this.isFiltered ? Plain + 1 : Plain, this.AddFromBTree2);
                break;
        }
    }

    private void Add(long number, ChunkPlace chunk)
    {
        // Chunks outside of the shape are left from a time when it was larger.
        if (number < 0)
            return;

        this.source.Check(chunk.Address, chunk.Bytes, "a chunk");
        if (chunk.Bytes > int.MaxValue || (!this.isFiltered && chunk.Bytes != this.chunkBytes))
        {
            throw this.source.Broken(FormattableString.Invariant(
                $"a chunk has {chunk.Bytes} bytes in the file, and {this.chunkBytes} unpacked. The file is broken."));
        }

        this.builder.Add(number, chunk);
    }

    private void AddFromBTree1(ReadOnlySpan<byte> key, long address)
    {
        ByteCursor cursor = new(this.source, key, What);
        long bytes = cursor.UInt32();
        long mask = cursor.UInt32();
        for (int i = 0; i < this.place.Length; i++)
            this.place[i] = cursor.Number(sizeof(ulong)) / this.layout.ChunkShape![i];

        this.Add(this.grid.Number(this.place), new ChunkPlace(address, bytes, (uint)mask));
    }

    private void AddFromBTree2(ReadOnlySpan<byte> record)
    {
        ByteCursor cursor = new(this.source, record, What);
        long address = cursor.Address();
        int scaled = sizeof(ulong) * this.place.Length;
        long bytes = this.chunkBytes;
        long mask = 0;
        if (this.isFiltered)
        {
            // The size of a chunk has as many bytes as the rest leaves.
            bytes = cursor.Number(Math.Clamp(record.Length - this.source.OffsetSize - sizeof(uint) - scaled, 1, sizeof(ulong)));
            mask = cursor.UInt32();
        }

        for (int i = 0; i < this.place.Length; i++)
            this.place[i] = cursor.Number(sizeof(ulong));

        this.Add(this.grid.Number(this.place), new ChunkPlace(address, bytes, (uint)mask));
    }

    private void AddFromArray(long number, ReadOnlySpan<byte> entry)
    {
        ByteCursor cursor = new(this.source, entry, What);
        long address = cursor.Address();
        if (address == Hdf5Source.Undefined)
            return;

        long bytes = this.chunkBytes;
        long mask = 0;
        if (this.isFiltered)
        {
            bytes = cursor.Number(Math.Clamp(entry.Length - this.source.OffsetSize - sizeof(uint), 1, sizeof(ulong)));
            mask = cursor.UInt32();
        }

        this.Add(this.NumberOf(number), new ChunkPlace(address, bytes, (uint)mask));
    }

    private void AddImplicit()
    {
        // All chunks of the largest shape are there, so the file is longer than they are many.
        this.source.Check(this.layout.Address, (long)Math.Min(long.MaxValue, (decimal)this.largestGrid.Count * this.chunkBytes), What);
        for (long number = 0; number < this.largestGrid.Count; number++)
            this.Add(this.NumberOf(number), new ChunkPlace(this.layout.Address + (number * this.chunkBytes), this.chunkBytes, 0));
    }

    // From the number of a chunk in an array to that in the grid.
    private long NumberOf(long number)
    {
        Span<long> swizzled = stackalloc long[this.place.Length];
        for (int i = this.place.Length - 1; i > 0; i--)
        {
            long along = Math.Max(1, this.largestGrid.Along(i));
            swizzled[i] = number % along;
            number /= along;
        }

        if (this.place.Length > 0)
            swizzled[0] = number;

        for (int i = 0; i < this.place.Length; i++)
            this.place[i == 0 ? this.unlimited : i <= this.unlimited ? i - 1 : i] = swizzled[i];

        return this.grid.Number(this.place);
    }

    // The extent that grows without end comes first.
    private long[] Swizzled(long[] extents) => extents.Length == 0
        ? []
        : [extents[this.unlimited], .. extents[..this.unlimited], .. extents[(this.unlimited + 1)..]];
}
