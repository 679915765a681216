using System.Numerics;

namespace NetDsl.Evaluation;

/// <summary>
/// The mean squared distance of forecast probabilities from what happened (Brier, "Verification of forecasts expressed in terms of
/// probability", Monthly Weather Review 78, 1950); 0 is best. With weights it is a weighted mean: negative weights are allowed as long as
/// all sum to more than zero, and the score may then fall below 0.
/// </summary>
public static class BrierScore
{
    /// <summary>The mean of (p - t)^2, t being 0 or 1: scikit-learn's brier_score_loss.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="probabilities">Of the positive class, from 0 to 1; at least one.</param>
    /// <param name="labels">0 and 1, or -1 and 1; 1 is the positive class.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, a probability is not from 0 to 1, a label is another number, or the weights do not sum to more than zero.
    /// </exception>
    public static double Binary<T>(ReadOnlySpan<T> probabilities, ReadOnlySpan<T> labels, ReadOnlySpan<T> weights = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        EvaluationChecks.Lengths(probabilities.Length, labels.Length, 1);
        double[] p = EvaluationChecks.Probabilities(probabilities);
        bool[] isPositive = EvaluationChecks.Labels(labels);
        double[] weightOf = EvaluationChecks.Weights(weights, p.Length);
        double sum = 0;
        for (int i = 0; i < p.Length; i++)
        {
            double distance = isPositive[i] ? 1 - p[i] : p[i];
            sum += weightOf[i] * distance * distance;
        }

        return sum / EvaluationChecks.Total(weightOf, "the samples");
    }

    /// <summary>
    /// The mean over the samples of the sum over the classes of (p - t)^2, t being one-hot: Brier's own form, from 0 to 2, which for two
    /// classes is twice that of <see cref="Binary{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, ReadOnlySpan{T})"/>.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="probabilities">[samples, classes], from 0 to 1.</param>
    /// <param name="targets">[samples, classes], one-hot or shares, the largest of which counts; or [samples], class numbers.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <exception cref="ArgumentException">As for two classes.</exception>
    public static double Categorical<T>(
        ReadOnlySpan<T> probabilities, ReadOnlySpan<T> targets, int classes, ReadOnlySpan<T> weights = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] actual = ClassTargets.Read(probabilities.Length, targets, classes);
        double[] p = EvaluationChecks.Probabilities(probabilities);
        double[] weightOf = EvaluationChecks.Weights(weights, actual.Length);
        double sum = 0;
        for (int i = 0; i < p.Length; i++)
        {
            (int sample, int place) = Math.DivRem(i, classes);
            double distance = place == actual[sample] ? 1 - p[i] : p[i];
            sum += weightOf[sample] * distance * distance;
        }

        return sum / EvaluationChecks.Total(weightOf, "the samples");
    }
}
