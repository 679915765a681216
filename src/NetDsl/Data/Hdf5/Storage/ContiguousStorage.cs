using System.Buffers;
using NetDsl.Data.Hdf5.Format;

namespace NetDsl.Data.Hdf5.Storage;

/// <summary>Values in one block.</summary>
internal sealed class ContiguousStorage : DatasetStorage
{
    private const string What = "the values of a dataset";

    // Fits the second-level cache, and is long enough that a read's own cost does not matter.
    private const int WindowBytes = 1 << 18;

    // What is read straight into the caller's array comes in pieces that an int can count.
    private const int LargestPiece = 1 << 26;

    private readonly Hdf5Source source;
    private readonly long[] shape;
    private readonly long address;
    private readonly long bytes;

    /// <summary>Notes where the block is.</summary>
    public ContiguousStorage(Hdf5Source source, DataLayout layout, Dataspace space, int elementSize)
        : base(elementSize, layout.Fill)
    {
        this.source = source;
        this.shape = space.Shape;
        this.address = layout.Address;
        this.bytes = space.Count * elementSize;
    }

    /// <inheritdoc/>
    public override long StoredBytes
    {
        get
        {
            if (this.address == Hdf5Source.Undefined)
                return 0;

            this.source.Check(this.address, this.bytes, What);
            return this.bytes;
        }
    }

    /// <inheritdoc/>
    public override void Read<TRuns>(ReadOnlySpan<long> start, ReadOnlySpan<long> count, scoped TRuns runs)
    {
        if (this.address == Hdf5Source.Undefined)
        {
            long all = 1;
            foreach (long extent in count)
                all *= extent;

            this.Fill(0, all, runs);
            return;
        }

        this.source.Check(this.address, this.bytes, What);
        RunWalker walker = new(count, this.shape, start, count, stackalloc long[count.Length]);
        Window window = new(this.source, Math.Max(WindowBytes, this.ElementSize));
        try
        {
            while (walker.Next())
                this.ReadRun(walker.Source, walker.Length, walker.Target, ref window, runs);
        }
        finally
        {
            window.Dispose();
        }
    }

    private void ReadRun<TRuns>(long first, long length, long target, ref Window window, scoped TRuns runs)
        where TRuns : IRuns, allows ref struct
    {
        long end = this.address + this.bytes;
        while (length > 0)
        {
            int most = Math.Max(1, LargestPiece / this.ElementSize);
            int now = (int)Math.Min(length, most);
            long place = this.address + (first * this.ElementSize);
            Span<byte> direct = runs.Place(target, now);
            if (direct.Length >= WindowBytes / 4)
            {
                this.source.Read(place, direct, What);
            }
            else
            {
                now = (int)Math.Min(length, Math.Max(1, WindowBytes / this.ElementSize));
                runs.Take(window.Get(place, now * this.ElementSize, end), target);
            }

            first += now;
            target += now;
            length -= now;
        }
    }

    /// <summary>A part of the file that is held, so that many short runs near each other are one read.</summary>
    private ref struct Window(Hdf5Source source, int size)
    {
        // Runs further apart than this are read one by one.
        private const int LongestGap = 1 << 13;

        private byte[]? buffer;
        private long start;
        private int length;
        private long next;

        /// <summary>Bytes of the file.</summary>
        /// <param name="place">The first.</param>
        /// <param name="count">How many.</param>
        /// <param name="end">Where the dataset ends.</param>
        public ReadOnlySpan<byte> Get(long place, int count, long end)
        {
            this.buffer ??= ArrayPool<byte>.Shared.Rent(size);
            if (place < this.start || place + count > this.start + this.length)
            {
                // Only what comes in order and near each other will go on so.
                bool goesOn = this.length > 0 && place >= this.next && place - this.next <= LongestGap;
                this.start = place;
                this.length = goesOn ? (int)Math.Min(size, end - place) : count;
                source.Read(place, this.buffer.AsSpan(0, this.length), What);
            }

            this.next = place + count;
            return this.buffer.AsSpan((int)(place - this.start), count);
        }

        /// <summary>Gives the memory back.</summary>
        public void Dispose()
        {
            if (this.buffer is not null)
                ArrayPool<byte>.Shared.Return(this.buffer);

            this.buffer = null;
        }
    }
}
