using NetDsl.Data;

namespace NetDsl.Training;

/// <summary>Weights of classes that follow from data, for <see cref="Trainer{T}.ClassWeights"/>.</summary>
public static class ClassWeights
{
    /// <summary>
    /// Weights with which all classes count alike, however many rows each has: rows / (classes x rows of the class), scikit-learn's "balanced".
    /// Classes without a row are not counted and get no weight.
    /// </summary>
    /// <param name="summary">What the network is, which says how targets name a class.</param>
    /// <param name="data">The rows; their own weights are not looked at.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or the network has no one label a row.</exception>
    /// <exception cref="DataFormatException">A row belongs to no class, or to several.</exception>
    public static IReadOnlyDictionary<int, double> Balanced(NetworkSummary summary, Dataset data)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(data);
        TrainingChecks.Targets(summary, data, nameof(data));
        RowLabels labels = new(summary);
        int[] rows = new int[labels.Classes];
        for (int row = 0; row < data.Count; row++)
        {
            rows[labels.ClassOf(data.Targets(row), row)]++;
        }

        int present = rows.Count(count => count > 0);
        return Enumerable.Range(0, rows.Length)
            .Where(label => rows[label] > 0)
            .ToDictionary(label => label, label => data.Count / ((double)present * rows[label]));
    }
}
