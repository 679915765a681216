using System.Numerics.Tensors;

namespace NetDsl.Data;

/// <summary>
/// What is done with data before a network learns from them: steps one after the other, each with the numbers that it found in the training rows alone,
/// so that validation and test rows are prepared by what is known without them. It prepares data in memory, streams and single rows to be predicted, is
/// saved with a model, and does not change; several threads may use it at once.
/// </summary>
public sealed class Preparation : IEquatable<Preparation>
{
    /// <summary>As many steps as make sense: what is read from a file must not fill memory.</summary>
    internal const int MostSteps = 32;

    private readonly FittedStep[] steps;
    private readonly RowPipeline pipeline;
    private readonly Lazy<string> json;

    /// <summary>A preparation of steps that fit each other.</summary>
    /// <param name="source">What a row is made of before the first step.</param>
    /// <param name="steps">The fitted steps.</param>
    internal Preparation(RowLayout source, IReadOnlyList<FittedStep> steps)
    {
        this.steps = [.. steps];
        this.pipeline = new RowPipeline(source with { Preparation = null }, this.steps);
        this.json = new Lazy<string>(() => PreparationJson.Write(this));
    }

    /// <summary>The steps in their order.</summary>
    public IReadOnlyList<FittedStep> Steps => this.steps;

    /// <summary>What the training rows were made of.</summary>
    public RowLayout Source => this.pipeline.Source;

    /// <summary>What prepared rows are made of.</summary>
    public RowLayout Layout => this.pipeline.Layout;

    /// <summary>Whether targets are values in another unit afterwards, which <see cref="InverseTargets(Span{double})"/> brings back.</summary>
    public bool ScalesTargets => Array.Exists(this.steps, step => step is FittedTargetScaler);

    /// <summary>Finds the numbers of all steps in training data, each in the rows as the steps before have prepared them.</summary>
    /// <param name="steps">What is to be done, in order; at least one step, at most 32.</param>
    /// <param name="train">The training rows, and no others.</param>
    /// <param name="seed">What samples of the rows are drawn from, where a step cannot hold all: see its remarks.</param>
    /// <exception cref="ArgumentException">A step does not fit the rows, or the rows are prepared already.</exception>
    /// <exception cref="DataFormatException">A value cannot be prepared, or a column has none.</exception>
    public static Preparation Fit(IReadOnlyList<PreparationStep> steps, Dataset train, ulong seed = 0)
    {
        using RowSource rows = RowSource.Of(train);
        return Fit(steps, rows, seed);
    }

    /// <summary>
    /// Finds the numbers of all steps in training rows that may be more than memory holds: one pass through the rows for each step, in blocks. They are the
    /// numbers that the same rows in memory give, to the bit.
    /// </summary>
    /// <param name="steps">What is to be done, in order; at least one step, at most 32.</param>
    /// <param name="train">The training rows, and no others.</param>
    /// <param name="seed">What samples of the rows are drawn from, where a step cannot hold all: see its remarks.</param>
    /// <exception cref="ArgumentException">A step does not fit the rows, or the rows are prepared already.</exception>
    /// <exception cref="DataFormatException">A value cannot be prepared, or a column has none.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Preparation Fit(IReadOnlyList<PreparationStep> steps, RowSource train, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(train);
        RefuseTwice(train.Layout);
        if (steps.Count is 0 or > MostSteps)
        {
            throw new ArgumentException($"There are {steps.Count} steps; a preparation has 1 to {MostSteps}.", nameof(steps));
        }

        List<FittedStep> fitted = [];
        foreach (PreparationStep step in steps)
        {
            RowPipeline before = new(train.Layout, fitted);
            RowSource rows = fitted.Count == 0 ? train : new PreparedSource(train, before, preparation: null, disposesWhole: false);
            StepState state = step.Learn(rows, seed);
            fitted.Add(FittedSteps.Create(state, before.Layout, step as CustomStep));
        }

        return new Preparation(train.Layout with { HasSampleWeights = false, WeightName = null }, fitted);
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="FormatException">The text is no preparation, or one of a step that is not registered; the message says which.</exception>
    public static Preparation FromJson(string json) => PreparationJson.Read(json);

    /// <summary>Prepares data in memory.</summary>
    /// <param name="data">Rows like those that were fitted to; they may have no targets.</param>
    /// <returns>A copy; its <see cref="Dataset.Preparation"/> is this one.</returns>
    /// <exception cref="ArgumentException">The data have other features, or are prepared already.</exception>
    /// <exception cref="DataFormatException">A value cannot be prepared; the message names row and column.</exception>
    public Dataset Apply(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        RowPipeline bound = this.Bind(data.Layout);
        if ((long)data.Count * Math.Max(bound.Layout.FeatureSize, bound.Layout.TargetSize) > Array.MaxLength)
        {
            throw new ArgumentException(
                $"{data.Count} rows of {bound.Layout.FeatureSize} prepared features are more than an array can hold: prepare a part, or a stream.");
        }

        float[] features = new float[data.Count * bound.Layout.FeatureSize];
        float[] targets = new float[data.Count * bound.Layout.TargetSize];
        bound.PrepareFeatures(data.Count, data.AllFeatures, features, new RowOrigin(null, 0));
        bound.PrepareTargets(data.Count, data.AllTargets, targets, new RowOrigin(null, 0));
        return new Dataset(bound.Layout with { Preparation = this }, features, targets, data.SampleWeights.ToArray(), data.Keys);
    }

    /// <summary>Prepares rows as they are read.</summary>
    /// <param name="rows">Rows like those that were fitted to. They are disposed with the result.</param>
    /// <exception cref="ArgumentException">The rows have other features, or are prepared already.</exception>
    public RowSource Apply(RowSource rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return new PreparedSource(rows, this.Bind(rows.Layout), this, disposesWhole: true);
    }

    /// <summary>Prepares the features of some rows, to be predicted for example. It allocates nothing that lasts.</summary>
    /// <param name="features">[rows, features of <see cref="Source"/>]: categories by their numbers there, NaN where one is missing.</param>
    /// <param name="prepared">Room for [rows, features of <see cref="Layout"/>], which does not overlap.</param>
    /// <exception cref="ArgumentException">The lengths are not those of as many rows.</exception>
    /// <exception cref="DataFormatException">A value cannot be prepared; the message names row and column.</exception>
    public void Apply(ReadOnlySpan<float> features, Span<float> prepared)
    {
        int before = this.pipeline.FeaturesBefore;
        int after = this.pipeline.FeaturesAfter;
        int count = features.Length / before;
        if ((long)count * before != features.Length || (long)count * after != prepared.Length)
        {
            throw new ArgumentException(
                $"There are {features.Length} features and room for {prepared.Length} prepared ones; a row has {before} and {after}.");
        }

        this.pipeline.PrepareFeatures(count, features, prepared, new RowOrigin(null, 0));
    }

    /// <summary>Brings predictions back to the unit that the targets had before they were prepared.</summary>
    /// <param name="predictions">[rows, targets], changed in place.</param>
    /// <exception cref="ArgumentException">They are no whole number of rows.</exception>
    /// <exception cref="InvalidOperationException">The targets were made labels.</exception>
    public void InverseTargets(Span<double> predictions)
    {
        int size = this.CheckTargets(predictions.Length);
        for (int begin = 0; begin < predictions.Length; begin += size)
        {
            for (int i = this.steps.Length - 1; i >= 0; i--)
            {
                this.steps[i].InvertTargets(predictions.Slice(begin, size));
            }
        }
    }

    /// <summary>Brings predictions back to the unit that the targets had before they were prepared.</summary>
    /// <param name="predictions">[rows, targets], changed in place.</param>
    /// <exception cref="ArgumentException">They are no whole number of rows.</exception>
    /// <exception cref="InvalidOperationException">The targets were made labels.</exception>
    public void InverseTargets(Span<float> predictions)
    {
        int size = this.CheckTargets(predictions.Length);
        Span<double> row = size <= 256 ? stackalloc double[256] : new double[size];
        row = row[..size];
        for (int begin = 0; begin < predictions.Length; begin += size)
        {
            Span<float> values = predictions.Slice(begin, size);
            TensorPrimitives.ConvertTruncating<float, double>(values, row);
            this.InverseTargets(row);
            TensorPrimitives.ConvertTruncating<double, float>(row, values);
        }
    }

    /// <summary>All steps with their numbers and the layout of the rows, as text that <see cref="FromJson"/> reads with the same bits.</summary>
    public string ToJson() => this.json.Value;

    /// <summary>Whether the other has the same steps with the same numbers, for rows of the same layout.</summary>
    /// <param name="other">Another preparation.</param>
    public bool Equals(Preparation? other) => other is not null && (ReferenceEquals(this, other) || this.ToJson() == other.ToJson());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => this.Equals(obj as Preparation);

    /// <inheritdoc/>
    public override int GetHashCode() => this.ToJson().GetHashCode(StringComparison.Ordinal);

    /// <summary>The steps and what they found, one a line.</summary>
    public override string ToString() => string.Join(Environment.NewLine, this.steps.Select(step => step.ToString()));

    private static void RefuseTwice(RowLayout layout)
    {
        if (layout.Preparation is not null)
        {
            throw new ArgumentException("The rows are prepared already; take them as they were before.");
        }
    }

    /// <summary>The steps for rows of a layout, which must be like that of the training rows.</summary>
    private RowPipeline Bind(RowLayout layout)
    {
        RefuseTwice(layout);
        if (!layout.FeatureShape.SequenceEqual(this.Source.FeatureShape))
        {
            throw new ArgumentException(
                $"The rows have features of shape ({string.Join(", ", layout.FeatureShape)}); the preparation was fitted to " +
                $"({string.Join(", ", this.Source.FeatureShape)}).");
        }

        if (layout.FeatureNames is { } names && this.Source.FeatureNames is { } fitted)
        {
            for (int place = 0; place < names.Count; place++)
            {
                if (names[place] != fitted[place])
                {
                    throw new ArgumentException(
                        $"Feature {place} of the rows is '{names[place]}'; the preparation was fitted to '{fitted[place]}' there. " +
                        "Choose the same features in the same order.");
                }
            }
        }

        if (layout.TargetSize > 0 && this.steps.Any(step => step.ChangesTargets) && !layout.TargetShape.SequenceEqual(this.Source.TargetShape))
        {
            throw new ArgumentException(
                $"The rows have targets of shape ({string.Join(", ", layout.TargetShape)}); the preparation was fitted to " +
                $"({string.Join(", ", this.Source.TargetShape)}).");
        }

        return new RowPipeline(layout, this.steps);
    }

    private int CheckTargets(int length)
    {
        int size = this.Layout.TargetSize;
        return size > 0 && length % size == 0
            ? size
            : throw new ArgumentException($"There are {length} predictions, no whole number of rows of {size} targets.");
    }
}
