namespace NetDsl.Data.Simulators;

/// <summary>
/// How the features of one kind of jet are distributed: jointly normal, after each has been brought to the whole line. These are the logarithm
/// of the multiplicity, the logarithm of the girth, the log-odds of ptD, log(ptD / (1 - ptD)), and the logarithm of the mass in GeV.
/// </summary>
/// <param name="Means">The four means.</param>
/// <param name="Deviations">The four standard deviations, above 0.</param>
/// <param name="Correlations">The six correlations: of feature 0 with 1, 2 and 3, of 1 with 2 and 3, of 2 with 3.</param>
public sealed record JetKindParameters(
    IReadOnlyList<double> Means, IReadOnlyList<double> Deviations, IReadOnlyList<double> Correlations)
{
    /// <summary>The covariance of two features.</summary>
    /// <param name="row">The one, from 0 to 3.</param>
    /// <param name="column">The other.</param>
    public double Covariance(int row, int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, Jets.FeatureNames.Count);
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, Jets.FeatureNames.Count);
        int first = Math.Min(row, column);
        int second = Math.Max(row, column);
        int place = (first * (5 - first) / 2) + second - 1;
        return this.Deviations[row] * this.Deviations[column] * (first == second ? 1 : this.Correlations[place]);
    }
}
