using System.Collections.Specialized;
using NetDsl.Kernels;

namespace NetDsl.Data;

/// <summary>
/// Samples to learn from: for each row its features and its targets, in float, channels last; all finite, but for features that are missing
/// where the layout allows it. It does not change after construction.
/// </summary>
public sealed class Dataset
{
    private readonly float[] features;
    private readonly float[] targets;
    private readonly float[] sampleWeights;

    /// <summary>Takes the arrays as they are, without a copy: do not change them afterwards.</summary>
    /// <param name="features">[rows, feature shape].</param>
    /// <param name="featureShape">The extents of one row's features, each at least 1.</param>
    /// <param name="targets">[rows, target shape]; empty where the data are only to be predicted.</param>
    /// <param name="targetShape">The extents of one row's targets, each at least 1; [0] where there are none.</param>
    /// <param name="featureNames">A name for each feature of a row, or null.</param>
    /// <param name="targetNames">A name for each target of a row, or null.</param>
    /// <param name="classes">
    /// Where the targets are labels, the names of the classes: as many as there are one-hot targets, or two where the target is one column of
    /// 0 and 1. Otherwise null.
    /// </param>
    /// <param name="sampleWeights">A weight for each row, of any sign, or null: see <see cref="SampleWeights"/>.</param>
    /// <exception cref="ArgumentException">Lengths, shapes and names do not fit each other, or there is no row.</exception>
    /// <exception cref="DataFormatException">A value is not finite, or a label is neither 0 nor 1; the message names row and column.</exception>
    public Dataset(
        float[] features,
        IReadOnlyList<int> featureShape,
        float[] targets,
        IReadOnlyList<int> targetShape,
        IReadOnlyList<string>? featureNames = null,
        IReadOnlyList<string>? targetNames = null,
        IReadOnlyList<string>? classes = null,
        float[]? sampleWeights = null)
        : this(
            new RowLayout
            {
                FeatureShape = [.. featureShape],
                TargetShape = [.. targetShape],
                FeatureNames = featureNames,
                TargetNames = targetNames,
                Classes = classes,
            },
            features,
            targets,
            sampleWeights)
    {
    }

    /// <summary>Takes the arrays as they are, without a copy: do not change them afterwards.</summary>
    /// <param name="layout">
    /// What a row is made of. Whether there are weights is seen from the array of them, whatever the layout says.
    /// </param>
    /// <param name="features">[rows, feature shape]; NaN where one is missing, if the layout allows that.</param>
    /// <param name="targets">[rows, target shape]; empty where the data are only to be predicted.</param>
    /// <param name="sampleWeights">A weight for each row, of any sign, or null: see <see cref="SampleWeights"/>.</param>
    /// <param name="keys">What rows are told apart by when they are split, or null.</param>
    /// <exception cref="ArgumentException">Lengths, shapes and names do not fit each other, or there is no row.</exception>
    /// <exception cref="DataFormatException">A value is not finite, or a label is neither 0 nor 1; the message names row and column.</exception>
    public Dataset(RowLayout layout, float[] features, float[] targets, float[]? sampleWeights = null, RowKeys? keys = null)
        : this(layout, features, targets, sampleWeights, keys, path: null)
    {
    }

    /// <summary>Data read from a file, which errors name.</summary>
    internal Dataset(
        RowLayout layout, float[] features, float[] targets, float[]? sampleWeights, RowKeys? keys, string? path, long firstRow = 0)
    {
        this.sampleWeights = sampleWeights ?? [];
        this.features = features;
        this.targets = targets;
        this.Layout = layout with { HasSampleWeights = this.sampleWeights.Length > 0 };
        layout.Check();
        this.FeatureSize = layout.FeatureSize;
        this.TargetSize = layout.TargetSize;
        this.Count = DatasetChecks.CountRows(features.Length, this.FeatureSize, targets.Length, this.TargetSize);
        this.Keys = keys ?? RowKeys.None;
        this.Keys.Check(this.Count);
        DatasetChecks.WeightCount(this);
        DatasetChecks.Values(layout, new RowValues(features, targets, this.sampleWeights), path, firstRow);
        this.MissingCount = layout.MayMissFeatures ? DatasetChecks.CountMissing(features) : 0;
    }

    /// <summary>A part of data that were checked when the whole was made.</summary>
    private Dataset(Dataset whole, float[] features, float[] targets, float[] sampleWeights, RowKeys keys, int count)
    {
        this.sampleWeights = sampleWeights;
        this.features = features;
        this.targets = targets;
        this.Layout = whole.Layout with { HasSampleWeights = sampleWeights.Length > 0 };
        this.FeatureSize = whole.FeatureSize;
        this.TargetSize = whole.TargetSize;
        this.Count = count;
        this.Keys = keys;
        this.MissingCount = this.Layout.MayMissFeatures ? DatasetChecks.CountMissing(features) : 0;
    }

    /// <summary>The number of rows, at least 1.</summary>
    public int Count { get; }

    /// <summary>What a row is made of.</summary>
    public RowLayout Layout { get; }

    /// <summary>What rows are told apart by when they are split: groups and times, where there are any.</summary>
    public RowKeys Keys { get; }

    /// <summary>The number of features that are missing, all rows together; a preparation fills them in.</summary>
    public long MissingCount { get; }

    /// <summary>The extents of one row's features.</summary>
    public IReadOnlyList<int> FeatureShape => this.Layout.FeatureShape;

    /// <summary>The number of features of a row.</summary>
    public int FeatureSize { get; }

    /// <summary>The extents of one row's targets.</summary>
    public IReadOnlyList<int> TargetShape => this.Layout.TargetShape;

    /// <summary>The number of targets of a row; 0 for data that are only to be predicted.</summary>
    public int TargetSize { get; }

    /// <summary>A name for each feature of a row, or null.</summary>
    public IReadOnlyList<string>? FeatureNames => this.Layout.FeatureNames;

    /// <summary>A name for each target of a row, or null.</summary>
    public IReadOnlyList<string>? TargetNames => this.Layout.TargetNames;

    /// <summary>The names of the classes where the targets are labels (one-hot, or one column of 0 and 1); otherwise null.</summary>
    public IReadOnlyList<string>? Classes => this.Layout.Classes;

    /// <summary>What the column of labels is called in the table that the data come from, or null.</summary>
    public string? LabelName => this.Layout.LabelName;

    /// <summary>What the column of weights is called in the table that the data come from, or null.</summary>
    public string? WeightName => this.Layout.WeightName;

    /// <summary>What the rows were prepared by, or null for rows as they come.</summary>
    public Preparation? Preparation => this.Layout.Preparation;

    /// <summary>All features: [<see cref="Count"/>, <see cref="FeatureShape"/>].</summary>
    public ReadOnlySpan<float> AllFeatures => this.features;

    /// <summary>All targets: [<see cref="Count"/>, <see cref="TargetShape"/>].</summary>
    public ReadOnlySpan<float> AllTargets => this.targets;

    /// <summary>
    /// A weight for each row, or none: what training multiplies the loss of the row, and so its gradient, by. A weight of 2 counts like the row
    /// twice, 0 leaves it out. Negative weights, as generators of events at higher orders have them, take the row's part away again from those
    /// that were counted too often. A mean loss is the sum of the weighted losses over the number of rows, as in Keras, and not over the sum of
    /// the weights; accuracy counts each row once.
    /// </summary>
    public ReadOnlySpan<float> SampleWeights => this.sampleWeights;

    /// <summary>Whether the rows have weights.</summary>
    public bool HasSampleWeights => this.sampleWeights.Length > 0;

    /// <summary>The features of one row.</summary>
    /// <param name="row">From 0.</param>
    public ReadOnlySpan<float> Features(int row) => this.features.AsSpan(this.Start(row, this.FeatureSize), this.FeatureSize);

    /// <summary>The targets of one row.</summary>
    /// <param name="row">From 0.</param>
    public ReadOnlySpan<float> Targets(int row) => this.targets.AsSpan(this.Start(row, this.TargetSize), this.TargetSize);

    /// <summary>The class of one row: its place in <see cref="Classes"/>.</summary>
    /// <param name="row">From 0.</param>
    /// <exception cref="InvalidOperationException">The targets are no labels.</exception>
    public int ClassOf(int row)
    {
        ReadOnlySpan<float> target = this.Targets(row);
        if (this.Classes is null)
        {
            throw new InvalidOperationException("These data have no classes: their targets are values, not labels.");
        }

        return target.Length == 1 ? (int)target[0] : target.IndexOf(1f);
    }

    /// <summary>The number of rows of each class, in the order of <see cref="Classes"/>.</summary>
    /// <exception cref="InvalidOperationException">The targets are no labels.</exception>
    public IReadOnlyList<int> CountClasses()
    {
        int[] counts = new int[this.Classes?.Count ?? 0];
        for (int row = 0; row < this.Count; row++)
        {
            counts[this.ClassOf(row)]++;
        }

        return counts;
    }

    /// <summary>The range, mean and standard deviation of each feature.</summary>
    public IReadOnlyList<ColumnSummary> DescribeFeatures() => ColumnSummary.OfFeatures(this);

    /// <summary>
    /// One row to look at: its features by name, then its class or its targets, then its weight where there are weights. Features or targets
    /// without names are one array, called "features" or "targets". PowerShell's [pscustomobject] makes an object of it.
    /// </summary>
    /// <param name="row">From 0.</param>
    public OrderedDictionary Row(int row) => DatasetColumns.Row(this, row);

    /// <summary>The same rows with other weights; features and targets are not copied.</summary>
    /// <param name="sampleWeights">A weight for each row, of any sign, or null for none: see <see cref="SampleWeights"/>.</param>
    /// <exception cref="ArgumentException">There are not as many as rows.</exception>
    /// <exception cref="DataFormatException">A weight is not finite.</exception>
    public Dataset WithSampleWeights(float[]? sampleWeights)
    {
        Dataset data = new(this, this.features, this.targets, sampleWeights ?? [], this.Keys, this.Count);
        DatasetChecks.WeightCount(data);
        DatasetChecks.Finite(data.sampleWeights, 1, "sample weight", ["sample weight"], path: null);
        return data;
    }

    /// <summary>A copy of some rows, in the order given.</summary>
    /// <param name="rows">Each from 0 to below <see cref="Count"/>; at least one. A row may come more than once.</param>
    public Dataset Subset(ReadOnlySpan<int> rows)
    {
        if (rows.IsEmpty)
        {
            throw new ArgumentException("A data set needs at least one row.", nameof(rows));
        }

        float[] someFeatures = new float[(long)rows.Length * this.FeatureSize];
        float[] someTargets = new float[(long)rows.Length * this.TargetSize];
        float[] someWeights = new float[this.sampleWeights.Length == 0 ? 0 : rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            this.Features(rows[i]).CopyTo(someFeatures.AsSpan(i * this.FeatureSize));
            this.Targets(rows[i]).CopyTo(someTargets.AsSpan(i * this.TargetSize));
            if (someWeights.Length > 0)
            {
                someWeights[i] = this.sampleWeights[rows[i]];
            }
        }

        return new Dataset(this, someFeatures, someTargets, someWeights, this.Keys.Subset(rows), rows.Length);
    }

    /// <summary>Deals the rows at random into a part to train with, one to validate with and one to test with.</summary>
    /// <param name="validation">The fraction of the rows for validation, from 0 to below 1.</param>
    /// <param name="test">The fraction of the rows for the test, from 0 to below 1.</param>
    /// <param name="seed">The same seed gives the same parts on every machine.</param>
    /// <param name="stratify">Whether each part gets the same share of each class, as nearly as whole rows allow.</param>
    /// <exception cref="ArgumentException">The fractions leave a part that was asked for without a row.</exception>
    /// <exception cref="InvalidOperationException">Stratified, but the targets are no labels.</exception>
    public DataSplit Split(double validation = 0, double test = 0, ulong seed = 0, bool stratify = false) =>
        DataSplit.Deal(this, validation, test, new RandomStream(seed, RandomStreams.Split), stratify);

    /// <summary>Deals the rows into a part to train with, one to validate with and one to test with.</summary>
    /// <param name="method">By what they are dealt.</param>
    /// <param name="validation">The fraction of the rows for validation, from 0 to below 1; by groups as nearly as whole groups allow.</param>
    /// <param name="test">The fraction of the rows for the test, from 0 to below 1; by groups as nearly as whole groups allow.</param>
    /// <param name="seed">The same seed gives the same parts on every machine.</param>
    /// <param name="column">The feature whose values are the groups or times; null for those of <see cref="Keys"/>.</param>
    /// <exception cref="ArgumentException">The fractions leave a part that was asked for without a row, or there are no groups or times.</exception>
    /// <exception cref="InvalidOperationException">Stratified, but the targets are no labels.</exception>
    public DataSplit Split(SplitMethod method, double validation = 0, double test = 0, ulong seed = 0, string? column = null) => method switch
    {
        SplitMethod.Group => RowDealing.ByGroup(
            this, SplitColumn.Groups(this, column), validation, test, new RandomStream(seed, RandomStreams.Split)),
        SplitMethod.Time => RowDealing.InOrder(this, SplitColumn.InTime(this, column), validation, test),
        SplitMethod.Order => RowDealing.InOrder(this, [.. Enumerable.Range(0, this.Count)], validation, test),
        _ => this.Split(validation, test, seed, stratify: method == SplitMethod.Stratified),
    };

    /// <summary>
    /// Deals the rows into folds for a cross-validation: in each split one fold is the test and the others train. By <see cref="SplitMethod.Time"/>, each test is
    /// the stretch of time that follows its training rows, as scikit-learn's TimeSeriesSplit has it.
    /// </summary>
    /// <param name="folds">How many, at least 2.</param>
    /// <param name="method">By what they are dealt.</param>
    /// <param name="seed">The same seed gives the same folds on every machine.</param>
    /// <param name="column">The feature whose values are the groups or times; null for those of <see cref="Keys"/>.</param>
    /// <exception cref="ArgumentException">There are too few rows, groups or times.</exception>
    /// <exception cref="InvalidOperationException">Stratified, but the targets are no labels.</exception>
    public IReadOnlyList<DataSplit> KFold(int folds = 5, SplitMethod method = SplitMethod.Random, ulong seed = 0, string? column = null) =>
        Folds.Of(this, folds, method, seed, column);

    /// <summary>Data in which all classes count alike, however many rows each has; the rows stay in their order.</summary>
    /// <param name="method">How: by repeating rows, leaving rows out, or weights.</param>
    /// <param name="seed">What the repeated or remaining rows are drawn from.</param>
    /// <exception cref="InvalidOperationException">The targets are no labels.</exception>
    /// <exception cref="ArgumentException">The weights of a class do not add up to something positive, or the rows would be too many.</exception>
    public Dataset Balance(BalanceMethod method, ulong seed = 0) => ClassBalance.Of(this, method, seed);

    /// <summary>Rows, classes, and for each column its range, mean, quartiles and histogram, as objects and as text.</summary>
    /// <param name="bins">The bins of each histogram, at least 1.</param>
    public DatasetSummary Describe(int bins = 20)
    {
        using RowSource rows = RowSource.Of(this);
        return rows.Describe(bins);
    }

    private int Start(int row, int size)
    {
        if ((uint)row >= (uint)this.Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(row), row, FormattableString.Invariant($"The data have {this.Count} rows, counted from 0."));
        }

        return row * size;
    }
}
