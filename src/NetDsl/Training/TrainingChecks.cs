using System.Globalization;
using System.Numerics.Tensors;
using NetDsl.Data;

namespace NetDsl.Training;

/// <summary>What must hold between a network and data before any of it is used.</summary>
internal static class TrainingChecks
{
    /// <summary>How far the targets of a row may sum from 1: ten classes in single precision, with room to spare.</summary>
    private const float SumTolerance = 1e-3f;

    /// <summary>The rows are samples of the network.</summary>
    /// <param name="summary">What the network is.</param>
    /// <param name="data">The rows.</param>
    /// <param name="name">The name of the argument that holds them.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static void Features(NetworkSummary summary, Dataset data, string name)
    {
        if (!SameOrder(data.FeatureShape, summary.InputShape))
        {
            throw new ArgumentException(
                $"{summary.Name} takes samples of shape {Text(summary.InputShape)}; the data's features have shape {Text(data.FeatureShape)}.",
                name);
        }
    }

    /// <summary>The targets are such as the network's outputs and its loss can be compared with.</summary>
    /// <param name="summary">What the network is.</param>
    /// <param name="data">The rows.</param>
    /// <param name="name">The name of the argument that holds them.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    /// <exception cref="DataFormatException">A target has a value that the loss cannot use.</exception>
    public static void Targets(NetworkSummary summary, Dataset data, string name)
    {
        if (data.TargetSize == 0)
        {
            throw new ArgumentException(
                $"The data have no targets; {summary.Name} needs targets of shape {Text(summary.TargetShape)} for a loss.", name);
        }

        if (!SameOrder(data.TargetShape, summary.TargetShape))
        {
            string hint = data.TargetSize == 1 && summary.OutputActivation == Activation.Softmax
                ? " A class is given as one-hot targets, one for each class."
                : string.Empty;
            throw new ArgumentException(
                $"{summary.Name} needs targets of shape {Text(summary.TargetShape)}; the data's targets have shape {Text(data.TargetShape)}.{hint}",
                name);
        }

        int first = 0;
        foreach (OutputSummary output in summary.Outputs)
        {
            if (output.Loss is Loss.BinaryCrossentropy or Loss.CategoricalCrossentropy)
            {
                Probabilities(output, first, data);
            }

            if (output.Loss == Loss.CategoricalCrossentropy)
            {
                Distributions(output, first, data);
            }

            first += output.TargetSize;
        }
    }

    // A shape written flat, or with or without extents of 1, names the same values in the same order; (32, 3) for (3, 32) does not.
    private static bool SameOrder(IReadOnlyList<int> data, IReadOnlyList<int> network)
    {
        int[] of = [.. data.Where(extent => extent != 1)];
        int[] to = [.. network.Where(extent => extent != 1)];
        bool flat = of.Length <= 1 || to.Length <= 1;
        return of.SequenceEqual(to) || (flat && of.Aggregate(1L, (a, b) => a * b) == to.Aggregate(1L, (a, b) => a * b));
    }

    private static void Probabilities(OutputSummary output, int first, Dataset data)
    {
        for (int row = 0; row < data.Count; row++)
        {
            ReadOnlySpan<float> targets = data.Targets(row).Slice(first, output.TargetSize);
            int wrong = targets.IndexOfAnyExceptInRange(0f, 1f);
            if (wrong >= 0)
            {
                int column = first + wrong;
                throw DataFormatException.AtRow(
                    null,
                    row,
                    data.TargetNames?[column] ?? column.ToString(CultureInfo.InvariantCulture),
                    FormattableString.Invariant($"the target is {targets[wrong]}; {output.Loss} needs targets from 0 to 1."));
            }
        }
    }

    private static void Distributions(OutputSummary output, int first, Dataset data)
    {
        int classes = output.TargetShape[^1];
        for (int row = 0; row < data.Count; row++)
        {
            ReadOnlySpan<float> targets = data.Targets(row).Slice(first, output.TargetSize);
            for (int place = 0; place < targets.Length; place += classes)
            {
                float sum = TensorPrimitives.Sum(targets.Slice(place, classes));
                if (Math.Abs(sum - 1) > SumTolerance)
                {
                    throw DataFormatException.AtRow(
                        null,
                        row,
                        null,
                        FormattableString.Invariant(
                            $"the targets sum to {sum}; {output.Loss} needs one-hot targets, or probabilities that sum to 1."));
                }
            }
        }
    }

    private static string Text(IReadOnlyList<int> shape) =>
        "(" + string.Join(", ", shape.Select(extent => extent.ToString(CultureInfo.InvariantCulture))) + ")";
}
