namespace NetDsl.Data.Hdf5.Storage;

/// <summary>Values that are listed and cannot be read.</summary>
/// <param name="reason">Why.</param>
internal sealed class UnreadableStorage(DataFormatException reason) : DatasetStorage(1, [])
{
    /// <inheritdoc/>
    public override long StoredBytes => 0;

    /// <inheritdoc/>
    public override void Read<TRuns>(ReadOnlySpan<long> start, ReadOnlySpan<long> count, scoped TRuns runs) => throw reason;
}
