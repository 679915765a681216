using System.Numerics;
using System.Numerics.Tensors;

namespace NetDsl.Evaluation;

/// <summary>
/// The share of right decisions: Keras's binary_accuracy, categorical_accuracy, sparse_categorical_accuracy and their top-k forms. The
/// counts are there to be summed over batches, since the mean of the batches' accuracies is not that of all samples where the last batch is
/// smaller. An output that is NaN is never right. With weights it is the weight of the right decisions over that of all; negative weights
/// are allowed as long as all sum to more than zero, and the share may then leave 0 to 1.
/// </summary>
public static class Accuracy
{
    /// <summary>Keras's k unless told.</summary>
    private const int DefaultK = 5;

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

    /// <summary>The weight of the samples whose largest output is that of their class, as a share of that of all.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">[samples, classes]; at least one sample.</param>
    /// <param name="targets">[samples, classes], one-hot or shares, of which the largest counts.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or the weights do not sum to more than zero.</exception>
    public static double Categorical<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int classes, ReadOnlySpan<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T> => TopKCategorical(outputs, targets, classes, k: 1, weights);

    /// <summary>The weight of outputs on the same side of a threshold as their target, as a share of that of all.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">[samples, labels]; at least one value.</param>
    /// <param name="targets">As many values: 0 and 1, or -1 and 1, of which those above 0.5 are positive.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <param name="threshold">An output above it stands for 1: 0.5 for probabilities, 0 for weighted sums and margins.</param>
    /// <param name="labels">The number of outputs of a sample, each a decision of its own.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or the weights do not sum to more than zero.</exception>
    public static double Binary<T>(
        ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, ReadOnlySpan<T> weights, double threshold = 0.5, int labels = 1)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        EvaluationChecks.Lengths(outputs.Length, targets.Length, labels);
        double[] weightOf = EvaluationChecks.Weights(weights, outputs.Length / labels);
        T bound = T.CreateTruncating(threshold);
        T half = T.CreateTruncating(0.5);
        double right = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            bool isRight = (outputs[i] > bound) == (targets[i] > half) && !T.IsNaN(outputs[i]);
            right += isRight ? weightOf[i / labels] : 0;
        }

        return right / (EvaluationChecks.Total(weightOf, "the samples") * labels);
    }

    /// <summary>The share of samples whose largest output is that of their class, which is given by its number.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TLabel">The type of a class number, such as <see cref="int"/>.</typeparam>
    /// <param name="outputs">[samples, classes]; at least one sample.</param>
    /// <param name="labels">[samples], whole numbers from 0 to below <paramref name="classes"/>.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <exception cref="ArgumentException">
    /// The lengths do not fit, a label is no class, or the weights do not sum to more than zero.
    /// </exception>
    public static double SparseCategorical<T, TLabel>(
        ReadOnlySpan<T> outputs, ReadOnlySpan<TLabel> labels, int classes, ReadOnlySpan<T> weights = default)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TLabel : unmanaged, INumber<TLabel> => SparseTopKCategorical(outputs, labels, classes, k: 1, weights);

    /// <summary>
    /// The share of samples whose class is among those of the k largest outputs. Of equal outputs the first is the larger, so that k = 1 is
    /// <see cref="Categorical{T}(ReadOnlySpan{T}, ReadOnlySpan{T}, int)"/>.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">[samples, classes]; at least one sample.</param>
    /// <param name="targets">[samples, classes], one-hot or shares, of which the largest counts.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <param name="k">From 1 to <paramref name="classes"/>, where every decision is right.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <exception cref="ArgumentException">The lengths or k do not fit, or the weights do not sum to more than zero.</exception>
    public static double TopKCategorical<T>(
        ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int classes, int k = DefaultK, ReadOnlySpan<T> weights = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        EvaluationChecks.Lengths(outputs.Length, targets.Length, classes);
        return TopK(outputs, ClassTargets.Read(outputs.Length, targets, classes), classes, k, weights);
    }

    /// <summary>The share of samples whose class, given by its number, is among those of the k largest outputs.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <typeparam name="TLabel">The type of a class number, such as <see cref="int"/>.</typeparam>
    /// <param name="outputs">[samples, classes]; at least one sample.</param>
    /// <param name="labels">[samples], whole numbers from 0 to below <paramref name="classes"/>.</param>
    /// <param name="classes">The number of classes, at least 2.</param>
    /// <param name="k">From 1 to <paramref name="classes"/>, where every decision is right.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <exception cref="ArgumentException">
    /// The lengths or k do not fit, a label is no class, or the weights do not sum to more than zero.
    /// </exception>
    public static double SparseTopKCategorical<T, TLabel>(
        ReadOnlySpan<T> outputs, ReadOnlySpan<TLabel> labels, int classes, int k = DefaultK, ReadOnlySpan<T> weights = default)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TLabel : unmanaged, INumber<TLabel>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        EvaluationChecks.Lengths(outputs.Length, checked(labels.Length * classes), classes);
        return TopK(outputs, ClassTargets.ReadNumbers(labels, classes), classes, k, weights);
    }

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
    private static double TopK<T>(ReadOnlySpan<T> outputs, int[] actual, int classes, int k, ReadOnlySpan<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (k < 1 || k > classes)
        {
            throw new ArgumentOutOfRangeException(nameof(k), k, $"Of {classes} classes the first k are taken, k being 1 to {classes}.");
        }

        double[] weightOf = EvaluationChecks.Weights(weights, actual.Length);
        double right = 0;
        for (int sample = 0; sample < actual.Length; sample++)
        {
            ReadOnlySpan<T> output = outputs.Slice(sample * classes, classes);
            right += !T.IsNaN(output[actual[sample]]) && RankOf(output, actual[sample]) < k ? weightOf[sample] : 0;
        }

        return right / EvaluationChecks.Total(weightOf, "the samples");
    }

    // How many outputs come before one of them: those that are larger, those that are equal and stand before it, and all that are NaN.
    private static int RankOf<T>(ReadOnlySpan<T> output, int place)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int before = 0;
        for (int other = 0; other < output.Length; other++)
        {
            bool isSmaller = other < place ? output[other] < output[place] : output[other] <= output[place];
            before += isSmaller ? 0 : 1;
        }

        return before;
    }
}
