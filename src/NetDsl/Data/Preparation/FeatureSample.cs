namespace NetDsl.Data;

/// <summary>A sample of the rows, for the steps that need the values of a feature all at once.</summary>
internal static class FeatureSample
{
    /// <summary>Goes once through rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="places">The features, or null for all.</param>
    /// <param name="seed">What the rows of the sample are drawn from, where not all are taken.</param>
    public static ColumnSample Of(RowSource rows, int[]? places, ulong seed)
    {
        int size = rows.Layout.FeatureSize;
        ColumnSample sample = new(places?.Length ?? size, rows.Count, seed);
        BlockPass.OverFeatures(rows, (_, count, block) =>
        {
            for (int row = 0; row < count; row++)
            {
                sample.Add(block.Features.Slice(row * size, size), places);
            }
        });
        return sample;
    }
}
