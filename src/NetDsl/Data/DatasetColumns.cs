using System.Collections.Specialized;
using System.Globalization;

namespace NetDsl.Data;

/// <summary>
/// The columns of a data set as a table: the features, then the label or the targets, then the weight where there are weights. Each has a
/// name of its own.
/// </summary>
internal static class DatasetColumns
{
    private const string Label = "label";
    private const string Weight = "weight";

    /// <summary>The names of all columns, one for each number; those without a name are called by their places.</summary>
    /// <param name="data">What a row is made of.</param>
    public static string[] Names(RowLayout data)
    {
        IEnumerable<string> targets = data.Classes is not null
            ? [data.LabelName ?? Label]
            : data.TargetNames ?? Places(data.FeatureSize, data.TargetSize);
        IEnumerable<string> weights = data.HasSampleWeights ? [data.WeightName ?? Weight] : [];
        HashSet<string> taken = new(StringComparer.Ordinal);
        return [.. (data.FeatureNames ?? Places(0, data.FeatureSize)).Concat(targets).Concat(weights).Select(name =>
        {
            string free = Free(name, taken.Contains);
            taken.Add(free);
            return free;
        })];
    }

    /// <summary>One row by the names of its columns; numbers without names are one array.</summary>
    /// <param name="data">The data.</param>
    /// <param name="row">From 0.</param>
    public static OrderedDictionary Row(Dataset data, int row)
    {
        OrderedDictionary cells = new(StringComparer.Ordinal);
        AddAll(cells, data.FeatureNames, "features", data.Features(row));
        if (data.Classes is { } classes)
        {
            Add(cells, data.LabelName ?? Label, classes[data.ClassOf(row)]);
        }
        else if (data.TargetSize > 0)
        {
            AddAll(cells, data.TargetNames, "targets", data.Targets(row));
        }

        if (data.HasSampleWeights)
        {
            Add(cells, data.WeightName ?? Weight, data.SampleWeights[row]);
        }

        return cells;
    }

    private static void AddAll(OrderedDictionary cells, IReadOnlyList<string>? names, string all, ReadOnlySpan<float> values)
    {
        if (names is null)
        {
            Add(cells, all, values.ToArray());
            return;
        }

        for (int i = 0; i < values.Length; i++)
        {
            Add(cells, names[i], values[i]);
        }
    }

    private static void Add(OrderedDictionary cells, string name, object value) => cells.Add(Free(name, cells.Contains), value);

    private static string Free(string name, Predicate<string> isTaken)
    {
        while (isTaken(name))
        {
            name += "_";
        }

        return name;
    }

    /// <summary>As columns without a header are called when they are read.</summary>
    private static IEnumerable<string> Places(int first, int count) =>
        Enumerable.Range(first, count).Select(place => place.ToString(CultureInfo.InvariantCulture));
}
