using System.Numerics;

namespace NetDsl.Evaluation;

/// <summary>
/// How often what was given a probability came true: scikit-learn's calibration_curve. A forecast is well calibrated where the fraction of
/// positives in each bin is the mean of the probabilities given.
/// </summary>
/// <remarks>
/// Means and fractions are weighted, and weights may be negative; scikit-learn takes none. A bin whose weights do not sum to more than zero
/// has no mean and is left out, as an empty one is. Weights do not move the edges of bins.
/// </remarks>
public sealed class CalibrationCurve
{
    private CalibrationCurve(double[] binEdges, double[] predicted, double[] positive, double[] weights)
    {
        this.BinEdges = binEdges;
        this.MeanPredictedProbabilities = predicted;
        this.FractionsOfPositives = positive;
        this.Weights = weights;
        double[] gaps = [.. positive.Zip(predicted, (fraction, mean) => Math.Abs(fraction - mean))];
        this.ExpectedCalibrationError = gaps.Zip(weights, (gap, weight) => gap * weight).Sum() / weights.Sum();
        this.MaximumCalibrationError = gaps.Max();
    }

    /// <summary>The edges of all bins, from the lowest up. A probability on an edge belongs to the bin below.</summary>
    public double[] BinEdges { get; }

    /// <summary>The mean probability of each bin that is not left out.</summary>
    public double[] MeanPredictedProbabilities { get; }

    /// <summary>The share of the samples of each bin that are positive.</summary>
    public double[] FractionsOfPositives { get; }

    /// <summary>What the samples of each bin weigh: their number where no weights were given.</summary>
    public double[] Weights { get; }

    /// <summary>The points of the curve, one for each bin that is not left out.</summary>
    public IReadOnlyList<CalibrationPoint> Points => field ??= (CalibrationPoint[])
    [
        .. this.Weights.Select((weight, i) =>
            new CalibrationPoint(this.MeanPredictedProbabilities[i], this.FractionsOfPositives[i], weight)),
    ];

    /// <summary>
    /// The mean over the bins, by weight, of the distance between fraction and probability (Guo, Pleiss, Sun and Weinberger, "On
    /// calibration of modern neural networks", ICML 2017, equation 3).
    /// </summary>
    public double ExpectedCalibrationError { get; }

    /// <summary>The largest distance of a bin between fraction and probability (there, equation 5).</summary>
    public double MaximumCalibrationError { get; }

    /// <summary>The curve of probabilities for two classes.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="probabilities">Of the positive class, from 0 to 1; at least one.</param>
    /// <param name="labels">0 and 1, or -1 and 1; 1 is the positive class.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <param name="bins">The number of bins, at least 1.</param>
    /// <param name="strategy">How they are laid.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, a probability is not from 0 to 1, a label is another number, or the weights of no bin sum to more than zero.
    /// </exception>
    public static CalibrationCurve Of<T>(
        ReadOnlySpan<T> probabilities,
        ReadOnlySpan<T> labels,
        ReadOnlySpan<T> weights = default,
        int bins = 5,
        CalibrationBins strategy = CalibrationBins.Uniform)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        EvaluationChecks.Lengths(probabilities.Length, labels.Length, 1);
        double[] p = EvaluationChecks.Probabilities(probabilities);
        bool[] isPositive = EvaluationChecks.Labels(labels);
        double[] weightOf = EvaluationChecks.Weights(weights, p.Length);
        double[] edges = EdgesOf(p, bins, strategy);
        double[] sums = new double[bins];
        double[] positives = new double[bins];
        double[] totals = new double[bins];
        for (int i = 0; i < p.Length; i++)
        {
            int bin = BinOf(p[i], edges);
            sums[bin] += weightOf[i] * p[i];
            positives[bin] += isPositive[i] ? weightOf[i] : 0;
            totals[bin] += weightOf[i];
        }

        int[] filled = [.. Enumerable.Range(0, bins).Where(bin => totals[bin] > 0)];
        if (filled.Length == 0)
        {
            throw new ArgumentException("The weights of no bin sum to more than zero, so there is no curve.", nameof(weights));
        }

        return new CalibrationCurve(
            edges,
            [.. filled.Select(bin => sums[bin] / totals[bin])],
            [.. filled.Select(bin => positives[bin] / totals[bin])],
            [.. filled.Select(bin => totals[bin])]);
    }

    private static double[] EdgesOf(double[] probabilities, int bins, CalibrationBins strategy)
    {
        IEnumerable<int> edges = Enumerable.Range(0, bins + 1);
        switch (strategy)
        {
            case CalibrationBins.Uniform:
                return [.. edges.Select(edge => edge / (double)bins)];
            case CalibrationBins.Quantile:
                double[] sorted = [.. probabilities];
                Array.Sort(sorted);
                return [.. edges.Select(edge => Quantiles.Linear(sorted, edge, bins))];
            default:
                throw new ArgumentOutOfRangeException(nameof(strategy), strategy, "Unknown strategy.");
        }
    }

    // The number of inner edges that are below the probability.
    private static int BinOf(double probability, double[] edges)
    {
        int low = 0;
        int high = edges.Length - 2;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (edges[middle + 1] < probability)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
