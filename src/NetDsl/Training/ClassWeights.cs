using NetDsl.Data;

namespace NetDsl.Training;

/// <summary>Weights of classes that follow from data, for <see cref="Trainer{T}.ClassWeights"/>.</summary>
public static class ClassWeights
{
    private const long ReadBytes = 16L << 20;

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
        ArgumentNullException.ThrowIfNull(data);
        return Balanced(summary, RowSource.Of(data));
    }

    /// <summary>As for data in memory; all rows are read once, some at a time.</summary>
    /// <param name="summary">What the network is, which says how targets name a class.</param>
    /// <param name="source">The rows; they stay open.</param>
    /// <param name="cancellationToken">Looked at between the rows that are read together.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or the network has no one label a row.</exception>
    /// <exception cref="DataFormatException">A row belongs to no class, or to several, or the file is broken.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyDictionary<int, double> Balanced(
        NetworkSummary summary, RowSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(source);
        TrainingChecks.TargetShape(summary, source.Layout, "data");
        RowLabels labels = new(summary);
        long[] rows = new long[labels.Classes];
        long seen = 0;
        foreach (Dataset data in source.InMemory is { } all ? [all] : source.Batches(source.RowsWithin(ReadBytes)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            TrainingChecks.TargetValues(summary, new TargetRows(data.Layout, data.AllTargets, source.InMemory is null ? source.Name : null, seen));
            for (int row = 0; row < data.Count; row++)
            {
                rows[labels.ClassOf(data.Targets(row), seen++)]++;
            }
        }

        int present = rows.Count(count => count > 0);
        return Enumerable.Range(0, rows.Length)
            .Where(label => rows[label] > 0)
            .ToDictionary(label => label, label => source.Count / ((double)present * rows[label]));
    }
}
