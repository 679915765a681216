using System.Globalization;
using NetDsl.Data;

namespace NetDsl.Training;

/// <summary>What must hold between a network and data before any of it is used.</summary>
internal static class TrainingChecks
{
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

        if (data.MissingCount > 0)
        {
            int missing = data.AllFeatures.IndexOfAnyExceptInRange(float.MinValue, float.MaxValue);
            throw DataFormatException.AtRow(
                null,
                missing / data.FeatureSize,
                data.Layout.NameOfFeature(missing % data.FeatureSize),
                FormattableString.Invariant(
                    $"the feature is missing, as {data.MissingCount} in all are. Fill them in by a preparation, or leave such rows out."));
        }
    }

    /// <summary>The network can be trained.</summary>
    /// <param name="summary">What the network is.</param>
    /// <exception cref="InvalidOperationException">An output ends with a function whose derivative is 0.</exception>
    public static void Trainable(NetworkSummary summary)
    {
        if (summary.Outputs.FirstOrDefault(output => !output.IsTrainable) is { } output)
        {
            throw new InvalidOperationException(
                $"{summary.Name} ends with {output.Activation} ('{output.Name}'), whose derivative is 0, so it is for prediction and is not trained. " +
                "Train a network of the same layers that ends with another activation, and copy its parameters.");
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
            string hint = (data, summary) switch
            {
                ({ TargetSize: 1 }, { OutputActivation: Activation.Softmax }) =>
                    " A class is given as one-hot targets, one for each class, or as its number with Loss.SparseCategoricalCrossentropy.",
                ({ Classes: { } classes }, _) when classes.Count == data.TargetSize =>
                    $" They are one-hot, one for each of the classes {string.Join(", ", classes)}: a network for them ends with " +
                    $"{classes.Count} units and softmax.",
                _ => string.Empty,
            };
            throw new ArgumentException(
                $"{summary.Name} needs targets of shape {Text(summary.TargetShape)}; the data's targets have shape {Text(data.TargetShape)}.{hint}",
                name);
        }

        int first = 0;
        foreach (OutputSummary output in summary.Outputs)
        {
            TargetChecks.Verify(output, first, data);
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

    private static string Text(IReadOnlyList<int> shape) =>
        "(" + string.Join(", ", shape.Select(extent => extent.ToString(CultureInfo.InvariantCulture))) + ")";
}
