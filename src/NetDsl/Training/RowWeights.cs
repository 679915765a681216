using NetDsl.Data;

namespace NetDsl.Training;

/// <summary>What the loss of each row is multiplied by: its own weight times that of its class.</summary>
internal sealed class RowWeights
{
    private readonly IReadOnlyDictionary<int, double>? classWeights;
    private readonly RowLabels labels;

    /// <param name="summary">What the network is.</param>
    /// <param name="layout">What a row is made of.</param>
    /// <param name="classWeights">The weights of classes, or null; classes that are left out have 1.</param>
    /// <exception cref="ArgumentException">The targets are no labels, or a class is not one of them.</exception>
    public RowWeights(NetworkSummary summary, RowLayout layout, IReadOnlyDictionary<int, double>? classWeights)
    {
        this.AreNeeded = layout.HasSampleWeights;
        if (classWeights is null || classWeights.Count == 0)
        {
            return;
        }

        this.AreNeeded = true;
        this.classWeights = classWeights;
        this.labels = new RowLabels(summary);
        foreach ((int label, double weight) in classWeights)
        {
            if (label < 0 || label >= this.labels.Classes || !double.IsFinite(weight))
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"The class weight {weight} of class {label}: {summary.Name} has the classes 0 to {this.labels.Classes - 1}, and weights are finite."));
            }
        }
    }

    /// <summary>Whether a row can have another weight than 1.</summary>
    public bool AreNeeded { get; }

    /// <summary>A weight for each row of data; null where all are 1.</summary>
    /// <param name="summary">What the network is.</param>
    /// <param name="data">The rows, whose targets were checked.</param>
    /// <param name="classWeights">The weights of classes, or null; classes that are left out have 1.</param>
    /// <exception cref="ArgumentException">The targets are no labels, or a class is not one of them.</exception>
    /// <exception cref="DataFormatException">A row belongs to no class, or to several.</exception>
    public static float[]? Of(NetworkSummary summary, Dataset data, IReadOnlyDictionary<int, double>? classWeights)
    {
        RowWeights all = new(summary, data.Layout, classWeights);
        if (!all.AreNeeded)
        {
            return null;
        }

        float[] weights = new float[data.Count];
        for (int row = 0; row < weights.Length; row++)
        {
            weights[row] = all.Of(data.Targets(row), data.HasSampleWeights ? data.SampleWeights[row] : 1, row);
        }

        return weights;
    }

    /// <summary>The weight of a row.</summary>
    /// <param name="targets">Its targets, which were checked.</param>
    /// <param name="own">Its own weight.</param>
    /// <param name="row">Its number, for errors.</param>
    /// <exception cref="DataFormatException">It belongs to no class, or to several.</exception>
    public float Of(ReadOnlySpan<float> targets, float own, long row) =>
        this.classWeights is not null && this.classWeights.TryGetValue(this.labels.ClassOf(targets, row), out double weight)
            ? (float)(own * weight)
            : own;
}
