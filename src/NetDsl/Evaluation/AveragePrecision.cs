using System.Numerics;

namespace NetDsl.Evaluation;

/// <summary>
/// The average precision of two classes, of several, or of several labels: scikit-learn's average_precision_score. Weights may be negative,
/// as <see cref="PrecisionRecallCurve"/> says.
/// </summary>
public static class AveragePrecision
{
    /// <summary>The average precision for two classes.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="scores">One for each sample, higher where it looks positive.</param>
    /// <param name="labels">0 and 1, or -1 and 1; 1 is the positive class.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <exception cref="ArgumentException">
    /// As of <see cref="PrecisionRecallCurve.Of{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T})"/>.
    /// </exception>
    public static double Binary<T>(ReadOnlySpan<T> scores, ReadOnlySpan<T> labels, ReadOnlySpan<T> weights = default)
        where T : unmanaged, IFloatingPointIeee754<T> => PrecisionRecallCurve.Of(scores, labels, weights).AveragePrecision;

    /// <summary>The average precision of each class against all others, as one figure.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">[samples, classes].</param>
    /// <param name="targets">[samples, classes], one-hot or shares, the largest of which counts; or [samples], class numbers.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <param name="averaging">How the classes' figures become one.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <exception cref="ArgumentException">As for two classes; each class needs samples.</exception>
    public static double OneVsRest<T>(
        ReadOnlySpan<T> outputs,
        ReadOnlySpan<T> targets,
        int classes,
        Averaging averaging = Averaging.Macro,
        ReadOnlySpan<T> weights = default)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ClassColumns.OfClasses(outputs, targets, classes, weights).Average(Area, averaging);

    /// <summary>The average precision of several labels, of which a sample may have any number, as one figure.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">[samples, labels].</param>
    /// <param name="targets">[samples, labels], 0 and 1, or -1 and 1.</param>
    /// <param name="labels">The number of labels, at least 1.</param>
    /// <param name="averaging">How the labels' figures become one.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <exception cref="ArgumentException">As for two classes, for each label.</exception>
    public static double MultiLabel<T>(
        ReadOnlySpan<T> outputs,
        ReadOnlySpan<T> targets,
        int labels,
        Averaging averaging = Averaging.Macro,
        ReadOnlySpan<T> weights = default)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ClassColumns.OfLabels(outputs, targets, labels, weights).Average(Area, averaging);

    private static double Area(ScoreRanking ranking) => PrecisionRecallCurve.Of(ranking).AveragePrecision;
}
