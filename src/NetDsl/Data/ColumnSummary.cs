namespace NetDsl.Data;

/// <summary>What the values of a column are like.</summary>
/// <param name="Name">Its name; its place, from 0, where it has none.</param>
/// <param name="Minimum">The smallest value.</param>
/// <param name="Maximum">The largest value.</param>
/// <param name="Mean">The mean; each row counts once, whatever its weight.</param>
/// <param name="StandardDeviation">The standard deviation of these rows, the square root of the mean squared distance from the mean.</param>
public sealed record ColumnSummary(string Name, float Minimum, float Maximum, double Mean, double StandardDeviation)
{
    /// <summary>Goes through the features of data once for the range and the mean and once more for the deviation from it.</summary>
    internal static ColumnSummary[] OfFeatures(Dataset data)
    {
        int size = data.FeatureSize;
        float[] minimum = data.Features(0).ToArray();
        float[] maximum = data.Features(0).ToArray();
        double[] sum = new double[size];
        for (int row = 0; row < data.Count; row++)
        {
            ReadOnlySpan<float> features = data.Features(row);
            for (int i = 0; i < features.Length; i++)
            {
                minimum[i] = MathF.Min(minimum[i], features[i]);
                maximum[i] = MathF.Max(maximum[i], features[i]);
                sum[i] += features[i];
            }
        }

        double[] squares = new double[size];
        for (int row = 0; row < data.Count; row++)
        {
            ReadOnlySpan<float> features = data.Features(row);
            for (int i = 0; i < features.Length; i++)
            {
                double distance = features[i] - (sum[i] / data.Count);
                squares[i] += distance * distance;
            }
        }

        string[] names = DatasetColumns.Names(data);
        return
        [
            .. Enumerable.Range(0, size).Select(i => new ColumnSummary(
                names[i], minimum[i], maximum[i], sum[i] / data.Count, Math.Sqrt(squares[i] / data.Count))),
        ];
    }
}
