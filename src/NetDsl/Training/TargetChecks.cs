using System.Globalization;
using System.Numerics.Tensors;
using NetDsl.Data;

namespace NetDsl.Training;

/// <summary>What targets must be for each loss.</summary>
internal static class TargetChecks
{
    /// <summary>How far the targets of a row may sum from 1: ten classes in single precision, with room to spare.</summary>
    private const float SumTolerance = 1e-3f;

    /// <summary>The targets of an output are such as its loss can use.</summary>
    /// <param name="output">The output.</param>
    /// <param name="first">The first of its targets in a row.</param>
    /// <param name="rows">The targets of the rows.</param>
    /// <exception cref="DataFormatException">A target is not; the message names the row.</exception>
    public static void Verify(OutputSummary output, int first, TargetRows rows)
    {
        switch (output.Loss)
        {
            case Loss.BinaryCrossentropy or Loss.BinaryFocalCrossentropy:
                Values(output, first, rows, "targets from 0 to 1", t => t is >= 0 and <= 1);
                break;
            case Loss.CategoricalCrossentropy or Loss.CategoricalFocalCrossentropy or Loss.KullbackLeiblerDivergence or Loss.CategoricalHinge:
                Values(output, first, rows, "targets from 0 to 1", t => t is >= 0 and <= 1);
                Distributions(output, first, rows);
                break;
            case Loss.SparseCategoricalCrossentropy:
                int classes = output.Shape[^1];
                Values(output, first, rows, $"the number of a class, from 0 to {classes - 1}", t => t >= 0 && t < classes && t == MathF.Floor(t));
                break;
            case Loss.Hinge or Loss.SquaredHinge or Loss.Perceptron:
                Values(output, first, rows, "labels -1 and 1, or 0 and 1", t => t is -1 or 0 or 1);
                OneKindOfLabels(output, first, rows);
                break;
            case Loss.Poisson or Loss.MeanSquaredLogarithmicError:
                Values(output, first, rows, "targets of at least 0", t => t >= 0);
                break;
            case Loss.MeanAbsolutePercentageError:
                Values(output, first, rows, "targets other than 0, by which it divides", t => t != 0);
                break;
            default:
                break;
        }
    }

    private static void Values(OutputSummary output, int first, TargetRows rows, string needed, Predicate<float> isUsable)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            ReadOnlySpan<float> targets = rows[row].Slice(first, output.TargetSize);
            for (int i = 0; i < targets.Length; i++)
            {
                if (!isUsable(targets[i]))
                {
                    int column = first + i;
                    throw rows.Error(
                        row,
                        rows.NameOf(column),
                        FormattableString.Invariant($"the target is {targets[i]}; {output.Loss} needs {needed}."));
                }
            }
        }
    }

    // A 0 stands for -1, so that the two beside each other are one class by two names, or a mistake.
    private static void OneKindOfLabels(OutputSummary output, int first, TargetRows rows)
    {
        bool hasNegative = false;
        for (int row = 0; row < rows.Count; row++)
        {
            hasNegative |= rows[row].Slice(first, output.TargetSize).Contains(-1f);
        }

        for (int row = 0; hasNegative && row < rows.Count; row++)
        {
            if (rows[row].Slice(first, output.TargetSize).Contains(0f))
            {
                throw rows.Error(row, null, $"the target is 0, others are -1; {output.Loss} needs labels -1 and 1, or 0 and 1, and not both.");
            }
        }
    }

    private static void Distributions(OutputSummary output, int first, TargetRows rows)
    {
        int classes = output.TargetShape[^1];
        for (int row = 0; row < rows.Count; row++)
        {
            ReadOnlySpan<float> targets = rows[row].Slice(first, output.TargetSize);
            for (int place = 0; place < targets.Length; place += classes)
            {
                float sum = TensorPrimitives.Sum(targets.Slice(place, classes));
                if (Math.Abs(sum - 1) > SumTolerance)
                {
                    throw rows.Error(
                        row,
                        null,
                        FormattableString.Invariant(
                            $"the targets sum to {sum}; {output.Loss} needs one-hot targets, or probabilities that sum to 1."));
                }
            }
        }
    }
}
