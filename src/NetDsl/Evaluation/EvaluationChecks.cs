using System.Numerics;
using System.Numerics.Tensors;

namespace NetDsl.Evaluation;

/// <summary>What must hold of outputs, targets and weights before a metric is taken of them; what passes is handed on in double.</summary>
internal static class EvaluationChecks
{
    /// <summary>Both have the same, whole and positive number of samples.</summary>
    public static void Lengths(int outputs, int targets, int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        if (outputs != targets)
        {
            throw new ArgumentException($"There are {outputs} outputs and {targets} targets; each output is compared with its target.");
        }

        if (outputs == 0 || outputs % size != 0)
        {
            throw new ArgumentException($"{outputs} outputs are no whole, positive number of samples of {size}.");
        }
    }

    /// <summary>Values that are all finite; the message calls each by <paramref name="what"/>.</summary>
    public static double[] Finite<T>(ReadOnlySpan<T> values, string what)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] finite = new double[values.Length];
        TensorPrimitives.ConvertTruncating(values, finite);
        for (int i = 0; i < finite.Length; i++)
        {
            if (!double.IsFinite(finite[i]))
            {
                string hint = what == "output" ? " Has the training diverged?" : string.Empty;
                throw new ArgumentException(
                    FormattableString.Invariant($"The {what} at {i} is {finite[i]}; a finite number is needed.{hint}"));
            }
        }

        return finite;
    }

    /// <summary>Values from 0 to 1; the message calls each by <paramref name="what"/>.</summary>
    public static double[] Probabilities<T>(ReadOnlySpan<T> values, string what = "output")
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] probabilities = Finite(values, what);
        int wrong = probabilities.AsSpan().IndexOfAnyExceptInRange(0.0, 1.0);
        return wrong < 0
            ? probabilities
            : throw new ArgumentException(
                FormattableString.Invariant($"The {what} at {wrong} is {probabilities[wrong]}; a probability from 0 to 1 is needed."));
    }

    /// <summary>Which labels are positive: 1 is, and 0 or -1 is not.</summary>
    public static bool[] Labels<T>(ReadOnlySpan<T> labels)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T negative = labels.Contains(T.NegativeOne) ? T.NegativeOne : T.Zero;
        bool[] isPositive = new bool[labels.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            isPositive[i] = labels[i] == T.One;
            if (!isPositive[i] && labels[i] != negative)
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"The label at {i} is {labels[i]}; labels are 0 and 1, or -1 and 1, 1 being positive."));
            }
        }

        return isPositive;
    }

    /// <summary>A weight for each sample, of either sign: those given, or 1 where none are.</summary>
    public static double[] Weights<T>(ReadOnlySpan<T> weights, int samples)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        WeightCount(weights.Length, samples);
        if (weights.IsEmpty)
        {
            double[] ones = new double[samples];
            ones.AsSpan().Fill(1);
            return ones;
        }

        return Finite(weights, "weight");
    }

    /// <summary>Each sample has a weight, or none has.</summary>
    public static void WeightCount(int weights, int samples)
    {
        if (weights != 0 && weights != samples)
        {
            throw new ArgumentException($"There are {weights} weights and {samples} samples; each needs one, or none is given.");
        }
    }

    /// <summary>The sum of weights by which a mean is divided.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="of">Whose they are, for the message: "the samples".</param>
    public static double Total(ReadOnlySpan<double> weights, string of)
    {
        double total = TensorPrimitives.Sum(weights);
        return total > 0
            ? total
            : throw new ArgumentException(
                FormattableString.Invariant($"The weights of {of} sum to {total}; a mean needs a sum above zero."));
    }
}
