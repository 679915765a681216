using NetDsl.Data.Hdf5.Format;

namespace NetDsl.Data.Hdf5.Storage;

/// <summary>Values in chunks.</summary>
internal sealed class ChunkedStorage : DatasetStorage
{
    private readonly long[] shape;
    private readonly long[] chunkShape;
    private readonly int chunkBytes;
    private readonly ChunkGrid grid;
    private readonly Lazy<ChunkIndex> index;
    private readonly ChunkDecoder decoder;
    private readonly ChunkCache cache = new();
    private readonly bool leavesEdgesUnfiltered;

    /// <summary>Notes where the chunks are; their index is read with the first of them.</summary>
    public ChunkedStorage(Hdf5Source source, string path, DataLayout layout, Dataspace space, int elementSize, FilterPipeline filters)
        : base(elementSize, layout.Fill)
    {
        this.shape = space.Shape;
        this.chunkShape = layout.ChunkShape!;
        long bytes = elementSize;
        foreach (long extent in this.chunkShape)
            bytes *= extent;

        this.chunkBytes = (int)bytes;
        this.grid = new ChunkGrid(this.shape, this.chunkShape);
        this.decoder = new ChunkDecoder(source, path, filters);
        this.leavesEdgesUnfiltered = layout.LeavesEdgesUnfiltered;
        this.index = new(
            () => ChunkIndexReader.Read(source, layout, space, this.grid, bytes, filters.Filters.Count > 0), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <inheritdoc/>
    public override long StoredBytes => this.index.Value.StoredBytes;

    /// <inheritdoc/>
    public override void Read<TRuns>(ReadOnlySpan<long> start, ReadOnlySpan<long> count, scoped TRuns runs)
    {
        int rank = count.Length;
        Span<long> place = stackalloc long[rank];
        Span<long> last = stackalloc long[rank];
        for (int i = 0; i < rank; i++)
        {
            place[i] = start[i] / this.chunkShape[i];
            last[i] = (start[i] + count[i] - 1) / this.chunkShape[i];
        }

        while (true)
        {
            this.ReadChunk(place, start, count, runs);
            int extent = rank - 1;
            for (; extent >= 0; extent--)
            {
                if (++place[extent] <= last[extent])
                    break;

                place[extent] = start[extent] / this.chunkShape[extent];
            }

            if (extent < 0)
                return;
        }
    }

    // The part of one chunk that lies in the block.
    private void ReadChunk<TRuns>(ReadOnlySpan<long> place, ReadOnlySpan<long> start, ReadOnlySpan<long> count, scoped TRuns runs)
        where TRuns : IRuns, allows ref struct
    {
        int rank = place.Length;
        Span<long> part = stackalloc long[rank];
        Span<long> from = stackalloc long[rank];
        Span<long> to = stackalloc long[rank];
        bool isEdge = false;
        bool isDone = true;
        for (int i = 0; i < rank; i++)
        {
            long first = place[i] * this.chunkShape[i];
            long begin = Math.Max(first, start[i]);
            part[i] = Math.Min(this.chunkShape[i] - (begin - first), start[i] + count[i] - begin);
            from[i] = begin - first;
            to[i] = begin - start[i];
            isEdge |= this.shape[i] - first < this.chunkShape[i];
            isDone &= (i == 0 || from[i] == 0) && from[i] + part[i] == Math.Min(this.chunkShape[i], this.shape[i] - first);
        }

        RunWalker walker = new(part, this.chunkShape, from, count, to);
        long number = this.grid.Number(place);
        if (!this.index.Value.TryFind(number, out ChunkPlace chunk))
        {
            while (walker.Next())
                this.Fill(walker.Target, walker.Length, runs);

            return;
        }

        if (isEdge && this.leavesEdgesUnfiltered)
            chunk = chunk with { Mask = uint.MaxValue };

        this.ReadStored(number, chunk, ref walker, isDone, runs);
    }

    // A chunk that is read to its last row is done with where rows are read in their order. Kept for others it would cost: the next chunk then goes into
    // memory that is in no cache near the processor (490 MB in chunks of 256 KB: 6.4 GB/s with all chunks kept, h5py 8.6 GB/s).
    private void ReadStored<TRuns>(long number, ChunkPlace chunk, ref RunWalker walker, bool isDone, scoped TRuns runs)
        where TRuns : IRuns, allows ref struct
    {
        byte[]? bytes = this.cache.Take(number);
        if (bytes is null)
        {
            this.decoder.CheckLength(chunk, this.chunkBytes);

            // A whole chunk that is one run is unpacked where it belongs.
            if (walker.Length * this.ElementSize == this.chunkBytes)
            {
                Span<byte> direct = runs.Place(walker.Target, (int)walker.Length);
                if (!direct.IsEmpty)
                {
                    this.decoder.Decode(chunk, direct);
                    return;
                }
            }

            bytes = this.cache.Rent(this.chunkBytes);
            this.DecodeOrReturn(chunk, bytes);
        }

        try
        {
            while (walker.Next())
            {
                runs.Take(
                    bytes.AsSpan((int)walker.Source * this.ElementSize, (int)walker.Length * this.ElementSize), walker.Target);
            }
        }
        finally
        {
            if (isDone)
            {
                this.cache.Discard(bytes);
            }
            else
            {
                this.cache.Give(number, bytes);
            }
        }
    }

    private void DecodeOrReturn(ChunkPlace chunk, byte[] bytes)
    {
        try
        {
            this.decoder.Decode(chunk, bytes.AsSpan(0, this.chunkBytes));
        }
        catch
        {
            this.cache.Discard(bytes);
            throw;
        }
    }
}
