namespace NetDsl.Data;

/// <summary>What the values of a column are like. Values that are missing are counted and otherwise passed over; each row counts once, whatever its weight.</summary>
/// <param name="Name">Its name; its place, from 0, where it has none.</param>
/// <param name="Minimum">The smallest value; NaN where all are missing.</param>
/// <param name="Maximum">The largest value; NaN where all are missing.</param>
/// <param name="Mean">The mean; NaN where all are missing.</param>
/// <param name="StandardDeviation">
/// The standard deviation of these rows, the square root of the mean squared distance from the mean; NaN where all are missing.
/// </param>
public sealed record ColumnSummary(string Name, float Minimum, float Maximum, double Mean, double StandardDeviation)
{
    /// <summary>The values that are missing.</summary>
    public long Missing { get; init; }

    /// <summary>
    /// The values below which a quarter, a half and three quarters of the values lie, between neighbours by their distances; null where they were not looked
    /// for or all values are missing.
    /// </summary>
    public (double Lower, double Median, double Upper)? Quartiles { get; init; }

    /// <summary>How many values lie where; null where it was not counted or all values are missing. Categories have a bin each.</summary>
    public Histogram? Histogram { get; init; }

    /// <summary>Where the column holds categories, their names; otherwise null.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Goes once through the features of data.</summary>
    internal static ColumnSummary[] OfFeatures(Dataset data)
    {
        ColumnMoments moments = new(data.FeatureSize);
        for (int row = 0; row < data.Count; row++)
        {
            moments.Add(data.Features(row), places: null);
        }

        string[] names = DatasetColumns.Names(data.Layout);
        return [.. Enumerable.Range(0, data.FeatureSize).Select(column => Of(names[column], moments, column))];
    }

    /// <summary>Range, mean and deviation of a column.</summary>
    internal static ColumnSummary Of(string name, ColumnMoments moments, int column) => moments.Count(column) == 0
        ? new ColumnSummary(name, float.NaN, float.NaN, double.NaN, double.NaN) { Missing = moments.Missing(column) }
        : new ColumnSummary(
            name, moments.Minimum(column), moments.Maximum(column), moments.Mean(column), Math.Sqrt(moments.Variance(column)))
        {
            Missing = moments.Missing(column),
        };
}
