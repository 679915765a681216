using System.Buffers;
using NetDsl.Data.Hdf5.Format;

namespace NetDsl.Data.Hdf5.Storage;

/// <summary>Where the values of a dataset are, and how they are fetched from there. Safe from several threads at once.</summary>
internal abstract class DatasetStorage
{
    // The bytes of a value for what was never written that are given at a time.
    private const int FillBytes = 1 << 14;

    private readonly byte[] fill;

    /// <summary>For a dataset's own storage.</summary>
    /// <param name="elementSize">The bytes of an element.</param>
    /// <param name="fill">What was never written; empty for zeros.</param>
    protected DatasetStorage(int elementSize, byte[] fill)
    {
        this.ElementSize = elementSize;
        this.fill = fill;
    }

    /// <summary>The bytes that the file holds for the values.</summary>
    public abstract long StoredBytes { get; }

    /// <summary>The bytes of an element.</summary>
    protected int ElementSize { get; }

    /// <summary>Finds out where a dataset's values are.</summary>
    public static DatasetStorage Create(Hdf5Source source, string path, DataLayout layout, Dataspace space, int elementSize, FilterPipeline filters) =>
        layout.Kind switch
        {
            LayoutKind.Compact => new CompactStorage(source, layout, space, elementSize),
            LayoutKind.Contiguous => new ContiguousStorage(source, layout, space, elementSize),
            LayoutKind.Chunked => new ChunkedStorage(source, path, layout, space, elementSize, filters),
            LayoutKind.Virtual => new UnreadableStorage(source.Broken(
                $"the dataset '{path}' is a virtual one, made of others, which is not read. Make it an own one with h5repack or h5py.")),
            _ => new UnreadableStorage(source.Broken(
                $"the values of the dataset '{path}' lie in other files, which is not read. Bring them into this one with h5py.")),
        };

    /// <summary>Reads a block.</summary>
    /// <typeparam name="TRuns">What takes its elements.</typeparam>
    /// <param name="start">The first place in each extent.</param>
    /// <param name="count">The places in each extent, at least 1.</param>
    /// <param name="runs">Takes the elements.</param>
    public abstract void Read<TRuns>(ReadOnlySpan<long> start, ReadOnlySpan<long> count, scoped TRuns runs)
        where TRuns : IRuns, allows ref struct;

    /// <summary>Gives elements that were never written.</summary>
    /// <typeparam name="TRuns">What takes them.</typeparam>
    /// <param name="first">The number of the first within the block that is read.</param>
    /// <param name="count">How many.</param>
    /// <param name="runs">Takes the elements.</param>
    protected void Fill<TRuns>(long first, long count, scoped TRuns runs)
        where TRuns : IRuns, allows ref struct
    {
        int most = (int)Math.Min(count, Math.Max(1, FillBytes / this.ElementSize));
        byte[] block = ArrayPool<byte>.Shared.Rent(most * this.ElementSize);
        Span<byte> elements = block.AsSpan(0, most * this.ElementSize);
        if (this.fill.Length == 0)
        {
            elements.Clear();
        }
        else
        {
            for (int i = 0; i < most; i++)
                this.fill.CopyTo(elements[(i * this.ElementSize)..]);
        }

        for (long done = 0; done < count; done += most)
        {
            int now = (int)Math.Min(most, count - done);
            runs.Take(elements[..(now * this.ElementSize)], first + done);
        }

        ArrayPool<byte>.Shared.Return(block);
    }
}
