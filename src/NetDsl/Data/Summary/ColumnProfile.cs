namespace NetDsl.Data;

/// <summary>Summaries of the columns of a table, or of all values of images as one, from two passes through their rows.</summary>
internal sealed class ColumnProfile
{
    private readonly string[] names;
    private readonly IReadOnlyList<string>?[] categories;
    private readonly bool areOne;
    private readonly ColumnMoments moments;
    private readonly ColumnSample sample;
    private ColumnMoments? summary;
    private HistogramCounter?[] histograms = [];

    /// <param name="names">The name of each column, or one for all values together.</param>
    /// <param name="size">The values of a row.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="categories">The categories of the columns that hold such.</param>
    public ColumnProfile(string[] names, int size, long rows, IReadOnlyDictionary<int, IReadOnlyList<string>>? categories = null)
    {
        this.names = names;
        this.areOne = names.Length != size;
        this.categories = [.. names.Select((_, column) => this.areOne ? null : categories?.GetValueOrDefault(column))];
        this.moments = new ColumnMoments(size);
        this.sample = new ColumnSample(names.Length, rows, seed: 0, valuesPerRow: size / names.Length);
    }

    /// <summary>Takes a row of the first pass.</summary>
    public void AddFirst(ReadOnlySpan<float> row)
    {
        this.moments.Add(row, places: null);
        this.sample.Add(row, places: null);
    }

    /// <summary>Ends the first pass.</summary>
    /// <param name="bins">The bins of the histograms of columns that hold no categories.</param>
    public void BeginSecond(int bins)
    {
        this.summary = this.areOne ? this.moments.Merge(1) : this.moments;
        this.histograms = [.. this.names.Select((_, column) =>
            this.categories[column] is { } known ? new HistogramCounter(-0.5, known.Count - 0.5, known.Count) :
            this.summary.Count(column) == 0 ? null :
            new HistogramCounter(this.summary.Minimum(column), this.summary.Maximum(column), bins))];
    }

    /// <summary>Takes a row of the second pass.</summary>
    public void AddSecond(ReadOnlySpan<float> row)
    {
        for (int i = 0; i < row.Length; i++)
        {
            this.histograms[this.areOne ? 0 : i]?.Add(row[i]);
        }
    }

    /// <summary>The summaries of all columns.</summary>
    public IReadOnlyList<ColumnSummary> Summaries() => [.. this.names.Select((name, column) =>
        ColumnSummary.Of(name, this.summary!, column) with
        {
            Quartiles = this.summary!.Count(column) == 0 || double.IsNaN(this.sample.Quantile(column, 0.5))
                ? null
                : (this.sample.Quantile(column, 0.25), this.sample.Quantile(column, 0.5), this.sample.Quantile(column, 0.75)),
            Histogram = this.histograms[column]?.ToHistogram(),
            Categories = this.categories[column],
        })];
}
