namespace NetDsl.Data;

/// <summary>What data are like: how many rows and classes, and what each column holds. As text it is a table with a histogram a column.</summary>
public sealed class DatasetSummary
{
    private DatasetSummary(RowLayout layout, long rows)
    {
        this.FeatureShape = layout.FeatureShape;
        this.TargetShape = layout.TargetShape;
        this.Rows = rows;
    }

    /// <summary>The number of rows.</summary>
    public long Rows { get; }

    /// <summary>The extents of one row's features.</summary>
    public IReadOnlyList<int> FeatureShape { get; }

    /// <summary>The extents of one row's targets; [0] where there are none.</summary>
    public IReadOnlyList<int> TargetShape { get; }

    /// <summary>How much there is of each class, in their order; null where the targets are no labels.</summary>
    public IReadOnlyList<ClassCount>? Classes { get; private init; }

    /// <summary>The number of features that are missing, all rows together.</summary>
    public long MissingCount => this.Features.Sum(column => column.Missing);

    /// <summary>What the weights add up to; the number of rows where there are none.</summary>
    public double SumOfWeights { get; private init; }

    /// <summary>Each feature; for images and other features of several axes one summary of all values together.</summary>
    public required IReadOnlyList<ColumnSummary> Features { get; init; }

    /// <summary>Each target that is a value; none for labels. Targets of several axes have one summary of all values together.</summary>
    public required IReadOnlyList<ColumnSummary> Targets { get; init; }

    /// <summary>The weights, or null where there are none.</summary>
    public ColumnSummary? Weights { get; private init; }

    /// <summary>A table of 120 letters a line, of the first 40 columns.</summary>
    public override string ToString() => SummaryTable.Text(this);

    /// <summary>Goes twice through rows.</summary>
    internal static DatasetSummary Of(RowSource rows, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        RowLayout layout = rows.Layout;
        ColumnProfile features = Profile("features", layout.FeatureShape, layout.FeatureNames, rows.Count, layout.Categories)!;
        ColumnProfile? targets = layout.Classes is null ? Profile("targets", layout.TargetShape, layout.TargetNames, rows.Count) : null;
        ColumnProfile? weights = layout.HasSampleWeights ? new ColumnProfile([layout.WeightName ?? "weight"], 1, rows.Count) : null;
        long[] counts = new long[layout.Classes?.Count ?? 0];
        double[] sums = new double[counts.Length];
        double sumOfWeights = 0;
        BlockPass.Over(rows, (_, count, block) =>
        {
            for (int row = 0; row < count; row++)
            {
                RowValues values = block.Slice(row, 1, layout);
                float weight = values.SampleWeights.IsEmpty ? 1 : values.SampleWeights[0];
                sumOfWeights += weight;
                features.AddFirst(values.Features);
                targets?.AddFirst(values.Targets);
                weights?.AddFirst(values.SampleWeights);
                if (counts.Length > 0)
                {
                    int label = values.Targets.Length == 1 ? (int)values.Targets[0] : values.Targets.IndexOf(1f);
                    counts[label]++;
                    sums[label] += weight;
                }
            }
        });
        features.BeginSecond(bins);
        targets?.BeginSecond(bins);
        weights?.BeginSecond(bins);
        BlockPass.Over(rows, (_, count, block) =>
        {
            for (int row = 0; row < count; row++)
            {
                RowValues values = block.Slice(row, 1, layout);
                features.AddSecond(values.Features);
                targets?.AddSecond(values.Targets);
                weights?.AddSecond(values.SampleWeights);
            }
        });
        return new DatasetSummary(layout, rows.Count)
        {
            Features = features.Summaries(),
            Targets = targets?.Summaries() ?? [],
            Weights = weights?.Summaries()[0],
            SumOfWeights = sumOfWeights,
            Classes = layout.Classes is { } classes ? [.. classes.Select((name, label) => new ClassCount(name, counts[label], sums[label]))] : null,
        };
    }

    private static ColumnProfile? Profile(
        string all,
        IReadOnlyList<int> shape,
        IReadOnlyList<string>? names,
        long rows,
        IReadOnlyDictionary<int, IReadOnlyList<string>>? categories = null)
    {
        int size = shape.Aggregate(1, (product, extent) => product * extent);
        if (size == 0)
        {
            return null;
        }

        string[] columns = shape.Count > 1
            ? [all]
            : [.. names ?? Enumerable.Range(0, size).Select(place => place.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        return new ColumnProfile(columns, size, rows, categories);
    }
}
