using NetDsl.Data.Hdf5.Format;

namespace NetDsl.Data.Hdf5.Storage;

/// <summary>Values in the object's header.</summary>
internal sealed class CompactStorage : DatasetStorage
{
    private readonly long[] shape;
    private readonly ReadOnlyMemory<byte> values;

    /// <summary>Checks that all values are there.</summary>
    public CompactStorage(Hdf5Source source, DataLayout layout, Dataspace space, int elementSize)
        : base(elementSize, layout.Fill)
    {
        this.shape = space.Shape;
        this.values = layout.Compact;
        if (this.values.Length < space.Count * elementSize)
        {
            throw source.Broken(FormattableString.Invariant(
                $"a compact dataset should have {space.Count * elementSize} bytes, but has {this.values.Length}. The file is broken."));
        }
    }

    /// <inheritdoc/>
    public override long StoredBytes => this.values.Length;

    /// <inheritdoc/>
    public override void Read<TRuns>(ReadOnlySpan<long> start, ReadOnlySpan<long> count, scoped TRuns runs)
    {
        RunWalker walker = new(count, this.shape, start, count, stackalloc long[count.Length]);
        while (walker.Next())
        {
            runs.Take(
                this.values.Span.Slice((int)walker.Source * this.ElementSize, (int)walker.Length * this.ElementSize), walker.Target);
        }
    }
}
