namespace NetDsl.Data;

/// <summary>Data in memory as a source of rows.</summary>
/// <param name="data">The data.</param>
internal sealed class DatasetSource(Dataset data) : RowSource("data in memory", data.Layout, data.Count)
{
    public Dataset Data => data;

    public override Dataset? InMemory => data;

    protected internal override void ReadRows(long first, int count, RowValues destination)
    {
        int begin = (int)first;
        data.AllFeatures.Slice(begin * data.FeatureSize, destination.Features.Length).CopyTo(destination.Features);
        data.AllTargets.Slice(begin * data.TargetSize, destination.Targets.Length).CopyTo(destination.Targets);
        if (!destination.SampleWeights.IsEmpty)
        {
            data.SampleWeights.Slice(begin, count).CopyTo(destination.SampleWeights);
        }
    }

    protected internal override RowKeys ReadKeys(long first, int count) =>
        data.Keys.Subset([.. Enumerable.Range((int)first, count)]);
}
