using System.Numerics;

namespace NetDsl.Evaluation;

/// <summary>
/// The area under the ROC curve of two classes, of several, or of several labels: scikit-learn's roc_auc_score, Keras's AUC. Weights may be
/// negative, as <see cref="RocCurve"/> says.
/// </summary>
public static class RocAuc
{
    /// <summary>The area for two classes.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="scores">One for each sample, higher where it looks positive.</param>
    /// <param name="labels">0 and 1, or -1 and 1; 1 is the positive class.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <exception cref="ArgumentException">
    /// As of <see cref="RocCurve.Of{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T})"/>.
    /// </exception>
    public static double Binary<T>(ReadOnlySpan<T> scores, ReadOnlySpan<T> labels, ReadOnlySpan<T> weights = default)
        where T : unmanaged, IFloatingPointIeee754<T> => RocCurve.Of(scores, labels, weights).AreaUnderCurve;

    /// <summary>The areas of each class against all others as one figure: multi_class="ovr".</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">[samples, classes].</param>
    /// <param name="targets">[samples, classes], one-hot or shares, the largest of which counts; or [samples], class numbers.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <param name="averaging">How the classes' areas become one.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <exception cref="ArgumentException">As for two classes; each class needs samples, and samples that are not of it.</exception>
    public static double OneVsRest<T>(
        ReadOnlySpan<T> outputs,
        ReadOnlySpan<T> targets,
        int classes,
        Averaging averaging = Averaging.Macro,
        ReadOnlySpan<T> weights = default)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ClassColumns.OfClasses(outputs, targets, classes, weights).Average(Area, averaging);

    /// <summary>
    /// The mean over all pairs of classes, only samples of the two being ranked, each class once as the positive one: multi_class="ovo"
    /// (Hand and Till, "A simple generalisation of the area under the ROC curve for multiple class classification problems", Machine
    /// Learning 45, 2001). scikit-learn takes no weights here; weighted, each pair's areas are, and so are the shares of the pairs.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">[samples, classes].</param>
    /// <param name="targets">[samples, classes], one-hot or shares, the largest of which counts; or [samples], class numbers.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <param name="averaging">Macro, or Weighted by the pair's share of all samples.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <exception cref="ArgumentException">As for two classes; each class needs samples; Micro has no meaning for pairs.</exception>
    public static double OneVsOne<T>(
        ReadOnlySpan<T> outputs,
        ReadOnlySpan<T> targets,
        int classes,
        Averaging averaging = Averaging.Macro,
        ReadOnlySpan<T> weights = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (averaging == Averaging.Micro)
        {
            throw new ArgumentException("Pairs of classes have no micro average; use Macro or Weighted.", nameof(averaging));
        }

        int[] actual = ClassTargets.Read(outputs.Length, targets, classes);
        double[] scores = EvaluationChecks.Finite(outputs, "output");
        double[] weightOf = EvaluationChecks.Weights(weights, actual.Length);
        double sum = 0;
        double total = 0;
        for (int a = 0; a < classes; a++)
        {
            for (int b = a + 1; b < classes; b++)
            {
                int[] pair = [.. Enumerable.Range(0, actual.Length).Where(sample => actual[sample] == a || actual[sample] == b)];
                double share = averaging == Averaging.Macro ? 1 : pair.Sum(sample => weightOf[sample]);
                sum += share * (AreaOf(a, pair) + AreaOf(b, pair)) / 2;
                total += share;
            }
        }

        return sum / total;

        double AreaOf(int positive, int[] samples) => Area(ScoreRanking.Of(
            [.. samples.Select(sample => scores[(sample * classes) + positive])],
            [.. samples.Select(sample => actual[sample] == positive)],
            [.. samples.Select(sample => weightOf[sample])]));
    }

    /// <summary>The areas of several labels, of which a sample may have any number, as one figure.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">[samples, labels].</param>
    /// <param name="targets">[samples, labels], 0 and 1, or -1 and 1.</param>
    /// <param name="labels">The number of labels, at least 1.</param>
    /// <param name="averaging">How the labels' areas become one.</param>
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

    private static double Area(ScoreRanking ranking) => RocCurve.Of(ranking).AreaUnderCurve;
}
