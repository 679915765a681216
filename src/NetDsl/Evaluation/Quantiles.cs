namespace NetDsl.Evaluation;

/// <summary>Values below which a share of a sample lies.</summary>
internal static class Quantiles
{
    /// <summary>
    /// The quantile numerator / denominator on straight lines between the sorted values (definition 7 of Hyndman and Fan, "Sample quantiles
    /// in statistical packages", The American Statistician 50, 1996; numpy's default). A fraction, so that a quantile that is one of the
    /// values is found without rounding.
    /// </summary>
    public static double Linear(ReadOnlySpan<double> sorted, long numerator, long denominator)
    {
        (long place, long rest) = Math.DivRem((sorted.Length - 1) * numerator, denominator);
        return Between(sorted, (int)place, rest / (double)denominator);
    }

    /// <summary>The quantile on straight lines between the sorted values.</summary>
    public static double Linear(ReadOnlySpan<double> sorted, double probability)
    {
        double place = (sorted.Length - 1) * probability;
        return Between(sorted, (int)place, place - Math.Floor(place));
    }

    /// <summary>
    /// The smallest value up to which the weights sum to at least a share of all (definition 1 of Hyndman and Fan, numpy's inverted_cdf).
    /// With negative weights that sum need not rise steadily; the first value that reaches the share counts.
    /// </summary>
    public static double Weighted(ReadOnlySpan<double> sorted, ReadOnlySpan<double> weights, double total, double probability)
    {
        double sum = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            sum += weights[i];
            bool isLastOfEqual = i + 1 == sorted.Length || sorted[i + 1] != sorted[i];
            if (isLastOfEqual && weights[i] != 0 && sum >= probability * total)
            {
                return sorted[i];
            }
        }

        return sorted[^1];
    }

    private static double Between(ReadOnlySpan<double> sorted, int place, double share) =>
        share == 0 ? sorted[place] : sorted[place] + (share * (sorted[place + 1] - sorted[place]));
}
