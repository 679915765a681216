using System.Globalization;

namespace NetDsl.Data;

/// <summary>What a row of data is made of: the shapes of its features and targets, what they are called, and what its numbers stand for.</summary>
public sealed record RowLayout
{
    /// <summary>The extents of one row's features, each at least 1.</summary>
    public required IReadOnlyList<int> FeatureShape { get; init; }

    /// <summary>The extents of one row's targets, each at least 1; [0] where the data are only to be predicted.</summary>
    public IReadOnlyList<int> TargetShape { get; init; } = [0];

    /// <summary>A name for each feature of a row, or null.</summary>
    public IReadOnlyList<string>? FeatureNames { get; init; }

    /// <summary>A name for each target of a row, or null.</summary>
    public IReadOnlyList<string>? TargetNames { get; init; }

    /// <summary>
    /// Where the targets are labels, the names of the classes: as many as there are one-hot targets, or two where the target is one column of
    /// 0 and 1. Otherwise null.
    /// </summary>
    public IReadOnlyList<string>? Classes { get; init; }

    /// <summary>
    /// The features that are categories, by their places: the names that the numbers 0, 1, 2 ... in them stand for. A preparation makes of
    /// them what a network can learn from.
    /// </summary>
    public IReadOnlyDictionary<int, IReadOnlyList<string>> Categories { get; init; } = new Dictionary<int, IReadOnlyList<string>>();

    /// <summary>What the column of labels is called in the table that the data come from, or null.</summary>
    public string? LabelName { get; init; }

    /// <summary>What the column of weights is called in the table that the data come from, or null.</summary>
    public string? WeightName { get; init; }

    /// <summary>Whether each row has a weight: see <see cref="Dataset.SampleWeights"/>.</summary>
    public bool HasSampleWeights { get; init; }

    /// <summary>
    /// Whether a feature may be missing, which is a NaN. A preparation fills it in; no network takes it.
    /// </summary>
    public bool MayMissFeatures { get; init; }

    /// <summary>What the rows were prepared by, or null for rows as they come.</summary>
    public Preparation? Preparation { get; init; }

    /// <summary>The number of features of a row.</summary>
    public int FeatureSize => Product(this.FeatureShape);

    /// <summary>The number of targets of a row.</summary>
    public int TargetSize => Product(this.TargetShape);

    /// <summary>The values of a row, of features, targets and weight together.</summary>
    internal long RowSize => (long)this.FeatureSize + this.TargetSize + (this.HasSampleWeights ? 1 : 0);

    /// <summary>What a feature is called: its name, or its place where it has none.</summary>
    /// <param name="place">From 0.</param>
    internal string NameOfFeature(int place) =>
        this.FeatureNames?[place] ?? place.ToString(CultureInfo.InvariantCulture);

    /// <summary>Refuses shapes and names that do not fit each other.</summary>
    /// <exception cref="ArgumentException">They do not; the message says which.</exception>
    internal void Check()
    {
        int features = DatasetChecks.SizeOf([.. this.FeatureShape], "feature", least: 1);
        int targets = DatasetChecks.SizeOf([.. this.TargetShape], "target", least: 0);
        CheckCount("feature names", this.FeatureNames, features);
        CheckCount("target names", this.TargetNames, targets);
        foreach (int place in this.Categories.Keys)
        {
            if ((uint)place >= (uint)features)
            {
                throw new ArgumentException($"There are categories for feature {place}; a row has {features} features, counted from 0.");
            }
        }

        if (this.Classes is { } classes)
        {
            bool binary = targets == 1 && classes.Count == 2;
            if (!binary && (classes.Count != targets || classes.Count < 2))
            {
                throw new ArgumentException(
                    $"There are {classes.Count} classes and {targets} targets a row: labels need one target for each of two or more " +
                    "classes, or one target of 0 and 1 for two classes.");
            }
        }
    }

    private static int Product(IReadOnlyList<int> shape)
    {
        int size = 1;

        // Not by foreach, whose enumerator of an interface would be garbage for each row.
        for (int axis = 0; axis < shape.Count; axis++)
        {
            size *= shape[axis];
        }

        return size;
    }

    private static void CheckCount(string what, IReadOnlyList<string>? names, int expected)
    {
        if (names is not null && names.Count != expected)
        {
            throw new ArgumentException($"There are {names.Count} {what} for {expected} values a row.");
        }
    }
}
