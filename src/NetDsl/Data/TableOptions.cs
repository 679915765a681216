namespace NetDsl.Data;

/// <summary>Which columns of a table are what in a data set.</summary>
public record TableOptions
{
    /// <summary>The columns to be learnt; none, for data that are only to be predicted. Wildcards * and ? are allowed.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>
    /// The columns to learn from, in this order; null for every column of numbers that is nothing else. Wildcards * and ? stand for those
    /// columns of numbers that are nothing else.
    /// </summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>The columns that are no features whatever else says so. Wildcards * and ? are allowed.</summary>
    public IReadOnlyList<string> ExcludedFeatures { get; init; } = [];

    /// <summary>The column of the weights of the rows, or null: see <see cref="Dataset.SampleWeights"/>.</summary>
    public string? SampleWeights { get; init; }

    /// <summary>
    /// What the target column holds; null to let its first cell decide: <see cref="LabelEncoding.Value"/> for a number,
    /// <see cref="LabelEncoding.OneHot"/> for text. Several target columns are values.
    /// </summary>
    public LabelEncoding? Labels { get; init; }

    /// <summary>
    /// The classes in the order of the targets, so that several tables agree; a label that is none of them is an error. Null for the labels
    /// found, whole numbers in numerical and text in ordinal order.
    /// </summary>
    public IReadOnlyList<string>? Classes { get; init; }

    /// <summary>
    /// The labels that stand for a class, by its name in <see cref="Classes"/>, for example the kinds of a catalogue that are to be told apart
    /// together. A class that is left out has itself as its label.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? ClassLabels { get; init; }

    /// <summary>What becomes of rows whose label is none of <see cref="Classes"/>.</summary>
    public OtherLabels OtherLabels { get; init; }

    /// <summary>
    /// The columns of text to learn from, as the numbers of their categories: see <see cref="RowLayout.Categories"/>. They are features in
    /// addition to <see cref="Features"/>, after those where these do not name them. The wildcards * and ? stand for those columns of text that
    /// are nothing else; a column that is called by its name may hold numbers too, each a category of its own.
    /// </summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>
    /// The column that tells which rows belong together, or null: see <see cref="RowKeys.Groups"/>. It holds whole numbers, or text, whose
    /// groups are numbered in the order they come in.
    /// </summary>
    public string? Group { get; init; }

    /// <summary>
    /// The column of the times of the rows, or null: see <see cref="RowKeys.Times"/>. It holds numbers, or dates as ISO 8601 has them, which
    /// become seconds since the beginning of 1970 (UTC, unless they say otherwise).
    /// </summary>
    public string? Time { get; init; }

    /// <summary>
    /// What becomes of rows with missing values. A missing target, label, weight, group or time is an error whatever is said here, unless
    /// its row is dropped.
    /// </summary>
    public MissingValues Missing { get; init; } = MissingValues.Error;

    /// <summary>
    /// The texts that stand for a missing value in each column, besides an empty cell. Null for what programs write into columns of numbers:
    /// NA, N/A, n/a, #N/A, &lt;NA&gt;, NaN, nan, NULL, null, None, ?, - and --; in columns of text these are texts then, since NA may be a
    /// country and None a class.
    /// </summary>
    public IReadOnlyList<string>? MissingMarkers { get; init; }

    /// <summary>The extents of one row's features, for example of an image; null for one after the other.</summary>
    public IReadOnlyList<int>? FeatureShape { get; init; }

    /// <summary>Whether a name also means the column that differs from it in upper and lower case, where there is none that does not.</summary>
    public bool IgnoreCase { get; init; }

    /// <summary>Whether rows are left out by their label.</summary>
    internal bool DropsLabels => this.Classes is not null && this.OtherLabels == OtherLabels.Drop;

    /// <summary>All labels that stand for a class, with the place of that in <see cref="Classes"/>; null where the classes are not known.</summary>
    /// <exception cref="ArgumentException">A class or a label is listed twice, or labels are given for no class.</exception>
    internal IReadOnlyList<KeyValuePair<string, int>>? KnownLabels()
    {
        if (this.Classes is not { } classes)
        {
            return this.ClassLabels is null && this.OtherLabels == OtherLabels.Error
                ? null
                : throw new ArgumentException("What labels stand for, and what becomes of others, can only be told of classes that are listed.");
        }

        LabelClasses.CheckKnown(classes);
        if (this.ClassLabels?.Keys.FirstOrDefault(name => !classes.Contains(name)) is { } unknown)
        {
            throw new ArgumentException($"There are labels for the class '{unknown}', which is none of {string.Join(", ", classes)}.");
        }

        KeyValuePair<string, int>[] labels = [.. classes.SelectMany((name, place) =>
            (this.ClassLabels?.GetValueOrDefault(name) ?? [name]).Select(label => KeyValuePair.Create(label, place)))];
        HashSet<string> seen = new(StringComparer.Ordinal);
        return labels.Where(label => !seen.Add(label.Key)).Select(label => label.Key).FirstOrDefault() is { } twice
            ? throw new ArgumentException($"The label '{twice}' is listed twice, and can stand for one class only.")
            : labels;
    }
}
