using System.Numerics;

namespace NetDsl.Evaluation;

/// <summary>
/// Precision (how much of what is kept is positive) against recall (how much of what is positive is kept), when a sample is kept where its
/// score is at least a threshold. As scikit-learn's precision_recall_curve: thresholds rise, and a last point of precision 1 and recall 0
/// has none.
/// </summary>
/// <remarks>
/// Both are ratios of sums of weights, which may be negative: they then need not stay within 0 and 1. Where the weights of what is kept do
/// not sum to more than zero, precision is 0.
/// </remarks>
public sealed class PrecisionRecallCurve
{
    private PrecisionRecallCurve(double[] precisions, double[] recalls, double[] thresholds)
    {
        this.Precisions = precisions;
        this.Recalls = recalls;
        this.Thresholds = thresholds;
        double sum = 0;
        for (int i = 0; i < thresholds.Length; i++)
        {
            sum += (recalls[i] - recalls[i + 1]) * precisions[i];
        }

        this.AveragePrecision = sum;
    }

    /// <summary>The precision at each threshold, and 1 for the last point.</summary>
    public double[] Precisions { get; }

    /// <summary>The recall at each threshold, and 0 for the last point.</summary>
    public double[] Recalls { get; }

    /// <summary>Each score that occurs, from the lowest up.</summary>
    public double[] Thresholds { get; }

    /// <summary>The points of the curve, one for each threshold and the last, which has none.</summary>
    public IReadOnlyList<PrecisionRecallPoint> Points => field ??= (PrecisionRecallPoint[])
    [
        .. this.Precisions.Select((precision, i) =>
            new PrecisionRecallPoint(i < this.Thresholds.Length ? this.Thresholds[i] : null, precision, this.Recalls[i])),
    ];

    /// <summary>
    /// The sum over the thresholds of the precision times the recall gained there, the area under the steps: scikit-learn's
    /// average_precision_score, which does not interpolate.
    /// </summary>
    public double AveragePrecision { get; }

    /// <summary>The curve of scores for two classes.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="scores">One for each sample, higher where it looks positive; probabilities or any other numbers.</param>
    /// <param name="labels">0 and 1, or -1 and 1; 1 is the positive class.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, a value is not finite, a label is another number, or the weights of the positive samples do not sum to more than
    /// zero.
    /// </exception>
    public static PrecisionRecallCurve Of<T>(ReadOnlySpan<T> scores, ReadOnlySpan<T> labels, ReadOnlySpan<T> weights = default)
        where T : unmanaged, IFloatingPointIeee754<T> => Of(ScoreRanking.Of(scores, labels, weights));

    /// <summary>A curve for each class against all others.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">[samples, classes].</param>
    /// <param name="targets">[samples, classes], one-hot or shares, the largest of which counts; or [samples], class numbers.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <exception cref="ArgumentException">As for two classes; each class needs samples.</exception>
    public static PrecisionRecallCurve[] OneVsRest<T>(
        ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int classes, ReadOnlySpan<T> weights = default)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. ClassColumns.OfClasses(outputs, targets, classes, weights).Each(Of)];

    /// <summary>The curve of samples that were ranked.</summary>
    internal static PrecisionRecallCurve Of(ScoreRanking ranking)
    {
        double positives = ranking.Positives();
        int count = ranking.Count;
        double[] precisions = new double[count + 1];
        double[] recalls = new double[count + 1];
        double[] thresholds = new double[count];
        precisions[count] = 1;
        for (int i = 0; i < count; i++)
        {
            int rank = count - 1 - i;
            double kept = ranking.TruePositives[rank] + ranking.FalsePositives[rank];
            precisions[i] = kept > 0 ? ranking.TruePositives[rank] / kept : 0;
            recalls[i] = ranking.TruePositives[rank] / positives;
            thresholds[i] = ranking.Thresholds[rank];
        }

        return new PrecisionRecallCurve(precisions, recalls, thresholds);
    }
}
