using NetDsl.Data;

namespace NetDsl.Interchange;

/// <summary>Writes rows as arrays of NPY, some at a time.</summary>
/// <param name="rows">The rows, which are read once for each array.</param>
/// <param name="progress">Is told how many rows of an array are written, or null.</param>
/// <param name="cancellationToken">Ends it.</param>
internal sealed class RowWriter(RowSource rows, IProgress<long>? progress, CancellationToken cancellationToken)
{
    // What is in memory at a time.
    private const long ReadBytes = 4 << 20;

    private delegate ReadOnlySpan<float> Part(Dataset data);

    public void WriteFeatures(Stream stream) => this.Write(stream, rows.Layout.FeatureShape, static data => data.AllFeatures);

    public void WriteTargets(Stream stream) => this.Write(stream, rows.Layout.TargetShape, static data => data.AllTargets);

    public void WriteSampleWeights(Stream stream) => this.Write(stream, [], static data => data.SampleWeights);

    private void Write(Stream stream, IReadOnlyList<int> shape, Part part)
    {
        NpyFile.WriteHeader(stream, "<f4", [rows.Count, .. shape.Select(extent => (long)extent)]);
        long done = 0;
        foreach (Dataset data in rows.InMemory is { } all ? [all] : rows.Batches(rows.RowsWithin(ReadBytes)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            NpyFile.WriteValues(stream, part(data));
            progress?.Report(done += data.Count);
        }
    }
}
