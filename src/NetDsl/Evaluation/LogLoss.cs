using System.Numerics;
using System.Numerics.Tensors;

namespace NetDsl.Evaluation;

/// <summary>
/// The mean of -log p, p being the probability that was given to what happened: scikit-learn's log_loss, the cross-entropy. As there, p is
/// kept from 0 and 1 by the rounding error of the element type, 2^-52 in double and 2^-23 in float. With weights it is a weighted mean:
/// negative weights are allowed as long as all sum to more than zero, and the loss may then fall below 0.
/// </summary>
public static class LogLoss
{
    /// <summary>How far the probabilities of a sample may sum from 1: many classes in single precision, with room to spare.</summary>
    private const double SumTolerance = 1e-3;

    /// <summary>The log loss for two classes.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="probabilities">Of the positive class, from 0 to 1; at least one.</param>
    /// <param name="labels">0 and 1, or -1 and 1; 1 is the positive class.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, a probability is not from 0 to 1, a label is another number, or the weights do not sum to more than zero.
    /// </exception>
    public static double Binary<T>(ReadOnlySpan<T> probabilities, ReadOnlySpan<T> labels, ReadOnlySpan<T> weights = default)
        where T : unmanaged, IFloatingPointIeee754<T> => Binary(probabilities, labels, weights, RoundingOf<T>());

    /// <summary>The log loss for several classes.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="probabilities">[samples, classes], from 0 to 1, those of a sample summing to 1.</param>
    /// <param name="targets">[samples, classes], one-hot or shares, the largest of which counts; or [samples], class numbers.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <exception cref="ArgumentException">As for two classes; or the probabilities of a sample do not sum to 1.</exception>
    public static double Categorical<T>(
        ReadOnlySpan<T> probabilities, ReadOnlySpan<T> targets, int classes, ReadOnlySpan<T> weights = default)
        where T : unmanaged, IFloatingPointIeee754<T> => Categorical(probabilities, targets, classes, weights, RoundingOf<T>());

    /// <summary>The rounding error of an element type, by which p is kept from 0 and 1.</summary>
    /// <typeparam name="T">The element type in which p was computed.</typeparam>
    internal static double RoundingOf<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => double.CreateTruncating(T.BitIncrement(T.One) - T.One);

    /// <summary>The log loss for two classes, p being kept from 0 and 1 by a rounding error.</summary>
    internal static double Binary<T>(ReadOnlySpan<T> probabilities, ReadOnlySpan<T> labels, ReadOnlySpan<T> weights, double rounding)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        EvaluationChecks.Lengths(probabilities.Length, labels.Length, 1);
        double[] p = EvaluationChecks.Probabilities(probabilities);
        bool[] isPositive = EvaluationChecks.Labels(labels);
        double[] weightOf = EvaluationChecks.Weights(weights, p.Length);
        double sum = 0;
        for (int i = 0; i < p.Length; i++)
        {
            double kept = Clip(p[i], rounding);
            sum -= weightOf[i] * Math.Log(isPositive[i] ? kept : 1 - kept);
        }

        return sum / EvaluationChecks.Total(weightOf, "the samples");
    }

    /// <summary>The log loss for several classes, p being kept from 0 and 1 by a rounding error.</summary>
    internal static double Categorical<T>(
        ReadOnlySpan<T> probabilities, ReadOnlySpan<T> targets, int classes, ReadOnlySpan<T> weights, double rounding)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] actual = ClassTargets.Read(probabilities.Length, targets, classes);
        double[] p = EvaluationChecks.Probabilities(probabilities);
        double[] weightOf = EvaluationChecks.Weights(weights, actual.Length);
        double sum = 0;
        for (int sample = 0; sample < actual.Length; sample++)
        {
            ReadOnlySpan<double> ofSample = p.AsSpan(sample * classes, classes);
            RefuseOtherSums(ofSample, sample);
            sum -= weightOf[sample] * Math.Log(Clip(ofSample[actual[sample]], rounding));
        }

        return sum / EvaluationChecks.Total(weightOf, "the samples");
    }

    private static void RefuseOtherSums(ReadOnlySpan<double> probabilities, int sample)
    {
        double sum = TensorPrimitives.Sum(probabilities);
        if (Math.Abs(sum - 1) > SumTolerance)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"The outputs of sample {sample} sum to {sum}; the probabilities of all classes sum to 1, as after a softmax."));
        }
    }

    private static double Clip(double probability, double rounding) => Math.Clamp(probability, rounding, 1 - rounding);
}
