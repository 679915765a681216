using System.Globalization;
using System.Numerics.Tensors;
using NetDsl.Data;

namespace NetDsl.Training;

/// <summary>What must hold between a network and data before any of it is used.</summary>
internal static class TrainingChecks
{
    /// <summary>How far the targets of a row may sum from 1: ten classes in single precision, with room to spare.</summary>
    private const float SumTolerance = 1e-3f;

    /// <summary>Passes a setting on, or says which values it may have.</summary>
    /// <param name="value">The setting.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    public static double NotNegative(double value, string name) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be a finite number of at least 0.");

    /// <summary>Passes a setting on, or says which values it may have.</summary>
    /// <param name="value">The setting.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public static int NotNegative(int value, string name) => value >= 0
        ? value
        : throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 0.");

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
                $"The data have no targets; {summary.Name} needs targets of shape {Text(summary.OutputShape)} for a loss.", name);
        }

        if (!SameOrder(data.TargetShape, summary.OutputShape))
        {
            string hint = data.TargetSize == 1 && summary.OutputActivation == Activation.Softmax
                ? " A class is given as one-hot targets, one for each class."
                : string.Empty;
            throw new ArgumentException(
                $"{summary.Name} has outputs of shape {Text(summary.OutputShape)}; the data's targets have shape {Text(data.TargetShape)}.{hint}",
                name);
        }

        if (summary.Loss is Loss.BinaryCrossentropy or Loss.CategoricalCrossentropy)
        {
            Probabilities(summary, data);
        }

        if (summary.Loss == Loss.CategoricalCrossentropy)
        {
            Distributions(summary, data);
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

    private static void Probabilities(NetworkSummary summary, Dataset data)
    {
        ReadOnlySpan<float> targets = data.AllTargets;
        if (TensorPrimitives.Min(targets) >= 0 && TensorPrimitives.Max(targets) <= 1)
        {
            return;
        }

        int wrong = targets.IndexOfAnyExceptInRange(0f, 1f);
        (int row, int column) = Math.DivRem(wrong, data.TargetSize);
        throw DataFormatException.AtRow(
            null,
            row,
            data.TargetNames?[column] ?? column.ToString(CultureInfo.InvariantCulture),
            FormattableString.Invariant($"the target is {targets[wrong]}; {summary.Loss} needs targets from 0 to 1."));
    }

    private static void Distributions(NetworkSummary summary, Dataset data)
    {
        int classes = summary.OutputShape[^1];
        ReadOnlySpan<float> targets = data.AllTargets;
        for (int first = 0; first < targets.Length; first += classes)
        {
            float sum = TensorPrimitives.Sum(targets.Slice(first, classes));
            if (Math.Abs(sum - 1) > SumTolerance)
            {
                throw DataFormatException.AtRow(
                    null,
                    first / data.TargetSize,
                    null,
                    FormattableString.Invariant($"the targets sum to {sum}; {summary.Loss} needs one-hot targets, or probabilities that sum to 1."));
            }
        }
    }

    private static string Text(IReadOnlyList<int> shape) =>
        "(" + string.Join(", ", shape.Select(extent => extent.ToString(CultureInfo.InvariantCulture))) + ")";
}
