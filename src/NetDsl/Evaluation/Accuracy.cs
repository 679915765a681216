using System.Numerics;
using System.Numerics.Tensors;

namespace NetDsl.Evaluation;

/// <summary>
/// The share of right decisions: Keras's categorical_accuracy and binary_accuracy. The counts are there to be summed over batches, since
/// the mean of the batches' accuracies is not that of all samples where the last batch is smaller. An output that is NaN is never right.
/// </summary>
public static class Accuracy
{
    /// <summary>The share of samples whose largest output is that of their class.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">[samples, classes]; at least one sample.</param>
    /// <param name="targets">[samples, classes], one-hot or shares, of which the largest counts.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or are no whole number of samples.</exception>
    public static double Categorical<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int classes)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        CountCategorical(outputs, targets, classes) / (double)(outputs.Length / classes);

    /// <summary>The share of outputs on the same side of 0.5 as their target; 0.5 itself counts as 0.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">At least one value.</param>
    /// <param name="targets">As many values.</param>
    /// <returns>From 0 to 1.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or there is no value.</exception>
    public static double Binary<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        CountBinary(outputs, targets) / (double)outputs.Length;

    /// <summary>The number of samples whose largest output is that of their class.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">[samples, classes]; at least one sample.</param>
    /// <param name="targets">[samples, classes], one-hot or shares, of which the largest counts.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <exception cref="ArgumentException">The lengths differ, or are no whole number of samples.</exception>
    public static int CountCategorical<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        EvaluationChecks.Lengths(outputs.Length, targets.Length, classes);
        int right = 0;
        for (int first = 0; first < outputs.Length; first += classes)
        {
            int decided = TensorPrimitives.IndexOfMax(outputs.Slice(first, classes));
            bool isRight = decided == TensorPrimitives.IndexOfMax(targets.Slice(first, classes)) && !T.IsNaN(outputs[first + decided]);
            right += isRight ? 1 : 0;
        }

        return right;
    }

    /// <summary>The number of outputs on the same side of 0.5 as their target; 0.5 itself counts as 0.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">At least one value.</param>
    /// <param name="targets">As many values.</param>
    /// <exception cref="ArgumentException">The lengths differ, or there is no value.</exception>
    public static int CountBinary<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        EvaluationChecks.Lengths(outputs.Length, targets.Length, 1);
        T threshold = T.CreateTruncating(0.5);
        int right = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            right += (outputs[i] > threshold) == (targets[i] > threshold) && !T.IsNaN(outputs[i]) ? 1 : 0;
        }

        return right;
    }
}
