using System.Numerics;

namespace NetDsl.Evaluation;

/// <summary>
/// The two-sample test of Kolmogorov and Smirnov: whether scores of training and of test samples come from one distribution. A small
/// p-value says that they do not, as where a network has learnt its training samples by heart. Compare signal with signal and background
/// with background.
/// </summary>
/// <remarks>
/// With weights the distribution functions are weighted, and the p-value is the limit for large samples with the effective numbers of
/// events (sum w)^2 / sum w^2, as is usual in physics: an approximation. Weights may be negative as long as those of each sample sum to
/// more than zero.
/// </remarks>
public sealed class KolmogorovSmirnov
{
    /// <summary>The largest sample for which the p-value is exact, as in scipy; at most some 10^8 steps of a recursion.</summary>
    private const int LargestExact = 10_000;

    private KolmogorovSmirnov(double statistic, double pValue, bool isExact, double trainEvents, double testEvents)
    {
        this.Statistic = statistic;
        this.PValue = pValue;
        this.IsExact = isExact;
        this.EffectiveTrainEvents = trainEvents;
        this.EffectiveTestEvents = testEvents;
    }

    /// <summary>The largest distance between the two cumulative distribution functions.</summary>
    public double Statistic { get; }

    /// <summary>
    /// The probability of a distance at least as large if both come from one continuous distribution; where scores are tied the true one is
    /// smaller.
    /// </summary>
    public double PValue { get; }

    /// <summary>
    /// Whether the p-value is exact, which it is for up to 10,000 samples each without weights; otherwise it is the limit for many.
    /// </summary>
    public bool IsExact { get; }

    /// <summary>The number of training samples; with weights (sum w)^2 / sum w^2.</summary>
    public double EffectiveTrainEvents { get; }

    /// <summary>The number of test samples; with weights (sum w)^2 / sum w^2.</summary>
    public double EffectiveTestEvents { get; }

    /// <summary>Compares two samples; which is which does not matter.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="train">At least one score.</param>
    /// <param name="test">At least one score.</param>
    /// <param name="trainWeights">One for each training score, of either sign; none for equal weights.</param>
    /// <param name="testWeights">One for each test score, of either sign; none for equal weights.</param>
    /// <exception cref="ArgumentException">
    /// A sample is empty, a value is not finite, or the weights of a sample do not fit it or do not sum to more than zero.
    /// </exception>
    public static KolmogorovSmirnov Of<T>(
        ReadOnlySpan<T> train,
        ReadOnlySpan<T> test,
        ReadOnlySpan<T> trainWeights = default,
        ReadOnlySpan<T> testWeights = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Sample one = Sample.Of(train, trainWeights, "training");
        Sample other = Sample.Of(test, testWeights, "test");
        double statistic = Distance(one, other);
        bool isExact = trainWeights.IsEmpty && testWeights.IsEmpty && Math.Max(train.Length, test.Length) <= LargestExact;
        double pValue = isExact
            ? KolmogorovDistribution.Exact(
                train.Length, test.Length, (long)Math.Round(statistic * train.Length * test.Length, MidpointRounding.AwayFromZero))
            : KolmogorovDistribution.Survival(statistic * Math.Sqrt(one.Events * other.Events / (one.Events + other.Events)));
        return new KolmogorovSmirnov(statistic, pValue, isExact, one.Events, other.Events);
    }

    private static double Distance(Sample one, Sample other)
    {
        double largest = 0;
        double ofOne = 0;
        double ofOther = 0;
        int i = 0;
        int j = 0;
        while (i < one.Scores.Length && j < other.Scores.Length)
        {
            double score = Math.Min(one.Scores[i], other.Scores[j]);
            for (; i < one.Scores.Length && one.Scores[i] <= score; i++)
            {
                ofOne += one.Weights[i];
            }

            for (; j < other.Scores.Length && other.Scores[j] <= score; j++)
            {
                ofOther += other.Weights[j];
            }

            largest = Math.Max(largest, Math.Abs((ofOne / one.Total) - (ofOther / other.Total)));
        }

        // What is left of the longer one can only matter where negative weights make its function overshoot.
        return Math.Max(largest, Math.Max(Overshoot(one, i, ofOne), Overshoot(other, j, ofOther)));
    }

    private static double Overshoot(Sample sample, int start, double sum)
    {
        double largest = 0;
        for (int i = start; i < sample.Scores.Length; i++)
        {
            sum += sample.Weights[i];
            bool isLastOfEqual = i + 1 == sample.Scores.Length || sample.Scores[i + 1] != sample.Scores[i];
            largest = isLastOfEqual ? Math.Max(largest, Math.Abs((sum / sample.Total) - 1)) : largest;
        }

        return largest;
    }

    /// <summary>Scores in rising order, with their weights, the sum of these, and the effective number of events.</summary>
    private sealed record Sample(double[] Scores, double[] Weights, double Total, double Events)
    {
        public static Sample Of<T>(ReadOnlySpan<T> scores, ReadOnlySpan<T> weights, string name)
            where T : unmanaged, IFloatingPointIeee754<T>
        {
            if (scores.IsEmpty)
            {
                throw new ArgumentException($"There is no {name} score; both samples need at least one.");
            }

            double[] sorted = EvaluationChecks.Finite(scores, "output");
            double[] weightOf = EvaluationChecks.Weights(weights, scores.Length);
            double total = EvaluationChecks.Total(weightOf, $"the {name} scores");
            Array.Sort(sorted, weightOf);
            return new Sample(sorted, weightOf, total, total * total / weightOf.Sum(weight => weight * weight));
        }
    }
}
