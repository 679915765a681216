using System.Numerics;

namespace NetDsl.Evaluation;

/// <summary>
/// The receiver operating characteristic: which share of the positive samples (the signal) is kept at which share of the negative ones (the
/// background), when a sample is kept where its score is at least a threshold that runs from high to low. As scikit-learn's roc_curve with
/// drop_intermediate=False, the first threshold being infinity.
/// </summary>
/// <remarks>
/// A share is a sum of weights over the sum of all weights of its class, so weights may be negative as those of event generators are: the
/// rates then need not rise steadily nor stay within 0 and 1, and the area is still the weighted share of pairs that are ranked rightly.
/// </remarks>
/// <example>
/// <code>
/// RocCurve curve = RocCurve.Of(scores, labels, weights);
/// Console.WriteLine($"area {curve.AreaUnderCurve:F3}, signal kept at 99 % rejection {curve.SignalEfficiencyAt(0.99):P1}");
/// </code>
/// </example>
public sealed class RocCurve
{
    /// <summary>1 - 0.9 is less than 0.1: how far rounding may take a rate over its bound.</summary>
    private const double Rounding = 1e-12;

    private RocCurve(double[] falsePositiveRates, double[] truePositiveRates, double[] thresholds)
    {
        this.FalsePositiveRates = falsePositiveRates;
        this.TruePositiveRates = truePositiveRates;
        this.Thresholds = thresholds;
        double area = 0;
        for (int i = 1; i < thresholds.Length; i++)
        {
            area += (falsePositiveRates[i] - falsePositiveRates[i - 1]) * (truePositiveRates[i] + truePositiveRates[i - 1]) / 2;
        }

        this.AreaUnderCurve = area;
    }

    /// <summary>The share of the negative samples that is kept at each threshold: the background efficiency.</summary>
    public double[] FalsePositiveRates { get; }

    /// <summary>The share of the positive samples that is kept at each threshold: the signal efficiency, or recall.</summary>
    public double[] TruePositiveRates { get; }

    /// <summary>Infinity, where nothing is kept, and then each score that occurs, from the highest down.</summary>
    public double[] Thresholds { get; }

    /// <summary>The points of the curve, one for each threshold.</summary>
    public IReadOnlyList<RocPoint> Points => field ??= (RocPoint[])
    [
        .. this.Thresholds.Select((threshold, i) => new RocPoint(threshold, this.TruePositiveRates[i], this.FalsePositiveRates[i])),
    ];

    /// <summary>
    /// The area under the curve by trapezoids: the probability that a positive sample scores higher than a negative one, ties counted by
    /// half.
    /// </summary>
    public double AreaUnderCurve { get; }

    /// <summary>The curve of scores for two classes.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="scores">One for each sample, higher where it looks positive; probabilities or any other numbers.</param>
    /// <param name="labels">0 and 1, or -1 and 1; 1 is the positive class.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, a value is not finite, a label is another number, or the weights of a class do not sum to more than zero.
    /// </exception>
    public static RocCurve Of<T>(ReadOnlySpan<T> scores, ReadOnlySpan<T> labels, ReadOnlySpan<T> weights = default)
        where T : unmanaged, IFloatingPointIeee754<T> => Of(ScoreRanking.Of(scores, labels, weights));

    /// <summary>A curve for each class against all others.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">[samples, classes].</param>
    /// <param name="targets">[samples, classes], one-hot or shares, the largest of which counts; or [samples], class numbers.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <exception cref="ArgumentException">As for two classes; each class needs samples, and samples that are not of it.</exception>
    public static RocCurve[] OneVsRest<T>(
        ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int classes, ReadOnlySpan<T> weights = default)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. ClassColumns.OfClasses(outputs, targets, classes, weights).Each(Of)];

    /// <summary>
    /// The largest share of the signal that is kept where at least a given share of the background is rejected, along the straight lines
    /// between the points.
    /// </summary>
    /// <param name="backgroundRejection">
    /// The share of the background that is to be rejected, 1 - FPR, from 0 to 1: 0.99 where one background event in a hundred may stay.
    /// </param>
    public double SignalEfficiencyAt(double backgroundRejection)
    {
        CheckShare(backgroundRejection, nameof(backgroundRejection));
        double allowed = 1 - backgroundRejection;
        double best = this.TruePositiveRates[0];
        for (int i = 1; i < this.Thresholds.Length; i++)
        {
            (double x0, double x1) = (this.FalsePositiveRates[i - 1], this.FalsePositiveRates[i]);
            (double y0, double y1) = (this.TruePositiveRates[i - 1], this.TruePositiveRates[i]);
            bool isAllowed = x1 <= allowed + Rounding;
            if (isAllowed)
            {
                best = Math.Max(best, y1);
            }

            if (isAllowed != x0 <= allowed + Rounding)
            {
                best = Math.Max(best, y0 + ((allowed - x0) / (x1 - x0) * (y1 - y0)));
            }
        }

        return best;
    }

    /// <summary>
    /// The largest share of the background that is rejected where at least a given share of the signal is kept, along the straight lines
    /// between the points. The factor 1 / (background efficiency) that jet taggers quote is 1 / (1 - this).
    /// </summary>
    /// <param name="signalEfficiency">The share of the signal that is to be kept, the TPR, from 0 to 1.</param>
    public double BackgroundRejectionAt(double signalEfficiency)
    {
        CheckShare(signalEfficiency, nameof(signalEfficiency));
        double least = signalEfficiency <= 0 ? 0 : double.PositiveInfinity;
        for (int i = 1; i < this.Thresholds.Length; i++)
        {
            (double x0, double x1) = (this.FalsePositiveRates[i - 1], this.FalsePositiveRates[i]);
            (double y0, double y1) = (this.TruePositiveRates[i - 1], this.TruePositiveRates[i]);
            bool isKept = y1 >= signalEfficiency - Rounding;
            if (isKept)
            {
                least = Math.Min(least, x1);
            }

            if (isKept != y0 >= signalEfficiency - Rounding)
            {
                least = Math.Min(least, x0 + ((signalEfficiency - y0) / (y1 - y0) * (x1 - x0)));
            }
        }

        return 1 - least;
    }

    /// <summary>The curve of samples that were ranked.</summary>
    internal static RocCurve Of(ScoreRanking ranking)
    {
        double positives = ranking.Positives();
        double negatives = ranking.Negatives();
        return new RocCurve(
            [0, .. ranking.FalsePositives.Select(weight => weight / negatives)],
            [0, .. ranking.TruePositives.Select(weight => weight / positives)],
            [double.PositiveInfinity, .. ranking.Thresholds]);
    }

    private static void CheckShare(double share, string name)
    {
        if (!(share >= 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(name, share, "A share from 0 to 1 is needed.");
        }
    }
}
