using System.Numerics;

namespace NetDsl.Evaluation;

/// <summary>
/// The weights of positive and negative samples at or above each score that occurs, from the highest score down: what the curves over a
/// threshold are made of. Samples of equal score come together; a sample of weight zero makes no threshold.
/// </summary>
internal sealed class ScoreRanking
{
    private ScoreRanking(double[] thresholds, double[] truePositives, double[] falsePositives)
    {
        this.Thresholds = thresholds;
        this.TruePositives = truePositives;
        this.FalsePositives = falsePositives;
    }

    /// <summary>The scores that occur, from the highest down.</summary>
    public double[] Thresholds { get; }

    /// <summary>The weight of the positive samples whose score is at least the threshold.</summary>
    public double[] TruePositives { get; }

    /// <summary>The weight of the negative samples whose score is at least the threshold.</summary>
    public double[] FalsePositives { get; }

    /// <summary>The number of thresholds.</summary>
    public int Count => this.Thresholds.Length;

    /// <summary>Ranks samples by scores, labels (0 and 1, or -1 and 1) and weights (none for 1 each), all of which are checked.</summary>
    public static ScoreRanking Of<T>(ReadOnlySpan<T> scores, ReadOnlySpan<T> labels, ReadOnlySpan<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        EvaluationChecks.Lengths(scores.Length, labels.Length, 1);
        return Of(
            EvaluationChecks.Finite(scores, "output"),
            EvaluationChecks.Labels(labels),
            EvaluationChecks.Weights(weights, scores.Length));
    }

    /// <summary>Ranks samples that were checked.</summary>
    public static ScoreRanking Of(double[] scores, bool[] isPositive, double[] weights)
    {
        int[] order = [.. Enumerable.Range(0, scores.Length).Where(sample => weights[sample] != 0)];
        double[] ranked = new double[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            ranked[i] = -scores[order[i]];
        }

        Array.Sort(ranked, order);
        List<double> thresholds = [];
        List<double> truePositives = [];
        List<double> falsePositives = [];
        double positive = 0;
        double negative = 0;
        for (int i = 0; i < order.Length; i++)
        {
            int sample = order[i];
            positive += isPositive[sample] ? weights[sample] : 0;
            negative += isPositive[sample] ? 0 : weights[sample];
            if (i + 1 == order.Length || ranked[i + 1] != ranked[i])
            {
                thresholds.Add(scores[sample]);
                truePositives.Add(positive);
                falsePositives.Add(negative);
            }
        }

        return new ScoreRanking([.. thresholds], [.. truePositives], [.. falsePositives]);
    }

    /// <summary>The weight of all positive samples, which must be above zero.</summary>
    public double Positives() => SumOf(this.TruePositives, "positive", "1");

    /// <summary>The weight of all negative samples, which must be above zero.</summary>
    public double Negatives() => SumOf(this.FalsePositives, "negative", "0 or -1");

    private static double SumOf(double[] cumulative, string name, string label)
    {
        double sum = cumulative.Length == 0 ? 0 : cumulative[^1];
        return sum > 0
            ? sum
            : throw new ArgumentException(FormattableString.Invariant(
                $"The weights of the {name} samples (label {label}) sum to {sum}; a curve needs a sum above zero."));
    }
}
