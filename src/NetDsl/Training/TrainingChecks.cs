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
    /// <exception cref="DataFormatException">A feature is missing.</exception>
    public static void Features(NetworkSummary summary, Dataset data, string name)
    {
        FeatureShape(summary, data.Layout, name);
        FeatureValues(data.Layout, data.AllFeatures);
    }

    /// <summary>The rows are of the shape of the network's samples.</summary>
    /// <param name="summary">What the network is.</param>
    /// <param name="layout">What a row is made of.</param>
    /// <param name="name">The name of the argument that holds them.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static void FeatureShape(NetworkSummary summary, RowLayout layout, string name)
    {
        if (!SameOrder(layout.FeatureShape, summary.InputShape))
        {
            throw new ArgumentException(
                $"{summary.Name} takes samples of shape {Text(summary.InputShape)}; the data's features have shape {Text(layout.FeatureShape)}.",
                name);
        }
    }

    /// <summary>No feature is missing.</summary>
    /// <param name="layout">What a row is made of.</param>
    /// <param name="features">[rows, feature shape].</param>
    /// <param name="path">The file that they come from, or null.</param>
    /// <param name="firstRow">The number of the first row there.</param>
    /// <exception cref="DataFormatException">One is.</exception>
    public static void FeatureValues(RowLayout layout, ReadOnlySpan<float> features, string? path = null, long firstRow = 0)
    {
        int missing = layout.MayMissFeatures ? features.IndexOfAnyExceptInRange(float.MinValue, float.MaxValue) : -1;
        if (missing >= 0)
        {
            throw DataFormatException.AtRow(
                path,
                firstRow + (missing / layout.FeatureSize),
                layout.NameOfFeature(missing % layout.FeatureSize),
                "the feature is missing. Fill in what is missing by a preparation, or leave such rows out.");
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
        TargetShape(summary, data.Layout, name);
        TargetValues(summary, new TargetRows(data.Layout, data.AllTargets));
    }

    /// <summary>The targets are of the shape of the network's.</summary>
    /// <param name="summary">What the network is.</param>
    /// <param name="layout">What a row is made of.</param>
    /// <param name="name">The name of the argument that holds the rows.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static void TargetShape(NetworkSummary summary, RowLayout layout, string name)
    {
        if (layout.TargetSize == 0)
        {
            throw new ArgumentException(
                $"The data have no targets; {summary.Name} needs targets of shape {Text(summary.TargetShape)} for a loss.", name);
        }

        if (!SameOrder(layout.TargetShape, summary.TargetShape))
        {
            string hint = (layout, summary) switch
            {
                ({ TargetSize: 1 }, { OutputActivation: Activation.Softmax }) =>
                    " A class is given as one-hot targets, one for each class, or as its number with Loss.SparseCategoricalCrossentropy.",
                ({ Classes: { } classes }, _) when classes.Count == layout.TargetSize =>
                    $" They are one-hot, one for each of the classes {string.Join(", ", classes)}: a network for them ends with " +
                    $"{classes.Count} units and softmax.",
                _ => string.Empty,
            };
            throw new ArgumentException(
                $"{summary.Name} needs targets of shape {Text(summary.TargetShape)}; the data's targets have shape {Text(layout.TargetShape)}.{hint}",
                name);
        }
    }

    /// <summary>The targets have values that the losses can use.</summary>
    /// <param name="summary">What the network is.</param>
    /// <param name="rows">The targets.</param>
    /// <exception cref="DataFormatException">One has another.</exception>
    public static void TargetValues(NetworkSummary summary, TargetRows rows)
    {
        int first = 0;
        foreach (OutputSummary output in summary.Outputs)
        {
            TargetChecks.Verify(output, first, rows);
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
