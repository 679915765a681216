using NetDsl.Data;

namespace NetDsl.Training;

/// <summary>What the loss of each row of some data is multiplied by: its own weight times that of its class.</summary>
internal static class RowWeights
{
    /// <summary>A weight for each row; null where all are 1.</summary>
    /// <param name="summary">What the network is.</param>
    /// <param name="data">The rows, whose targets were checked.</param>
    /// <param name="classWeights">The weights of classes, or null; classes that are left out have 1.</param>
    /// <exception cref="ArgumentException">The targets are no labels, or a class is not one of them.</exception>
    /// <exception cref="DataFormatException">A row belongs to no class, or to several.</exception>
    public static float[]? Of(NetworkSummary summary, Dataset data, IReadOnlyDictionary<int, double>? classWeights)
    {
        if (classWeights is null || classWeights.Count == 0)
        {
            return data.SampleWeights.Length == 0 ? null : data.SampleWeights.ToArray();
        }

        RowLabels labels = new(summary);
        foreach ((int label, double weight) in classWeights)
        {
            if (label < 0 || label >= labels.Classes || !double.IsFinite(weight))
            {
                throw new ArgumentException(FormattableString.Invariant(
                    $"The class weight {weight} of class {label}: {summary.Name} has the classes 0 to {labels.Classes - 1}, and weights are finite."));
            }
        }

        float[] weights = new float[data.Count];
        for (int row = 0; row < weights.Length; row++)
        {
            float own = data.SampleWeights.Length == 0 ? 1 : data.SampleWeights[row];
            weights[row] = classWeights.TryGetValue(labels.ClassOf(data, row), out double weight) ? (float)(own * weight) : own;
        }

        return weights;
    }
}
