using System.Globalization;

namespace NetDsl.Data;

/// <summary>A step with the numbers that were found in the training data. It does not change.</summary>
public abstract class FittedStep
{
    /// <summary>As many columns as a person reads.</summary>
    private const int ColumnsShown = 8;

    /// <summary>A step on rows of a layout.</summary>
    /// <exception cref="FormatException">The state is none of such rows.</exception>
    private protected FittedStep(StepState state, RowLayout source)
    {
        state.Check(source);
        this.State = state;
        this.Source = source;
        this.FeatureSize = source.FeatureSize;
    }

    /// <summary>The name of the step, that of its class or the one it was registered under.</summary>
    public string Name => this.State.Kind;

    /// <summary>The numbers that were found, by name: those of each column one after the other. Do not change them.</summary>
    public IReadOnlyDictionary<string, double[]> Numbers => this.State.Numbers;

    /// <summary>All that is saved of it.</summary>
    internal StepState State { get; }

    /// <summary>The rows that it was fitted to.</summary>
    internal RowLayout Source { get; }

    /// <summary>The features of a row before the step.</summary>
    internal int FeatureSize { get; }

    /// <summary>Whether features are other than before.</summary>
    internal virtual bool ChangesFeatures => true;

    /// <summary>Whether targets are other than before.</summary>
    internal virtual bool ChangesTargets => false;

    /// <summary>Whether it can write its results where it reads the values.</summary>
    internal virtual bool WorksInPlace => true;

    /// <summary>Describes the step for one line.</summary>
    public override string ToString()
    {
        int columns = this.State.CountColumns(this.Source);
        IEnumerable<string> shown = Enumerable.Range(0, Math.Min(columns, ColumnsShown))
            .Select(index => $"{this.Source.NameOfFeature(this.State.Place(index))}{Separated(this.Describe(index))}");
        string more = columns > ColumnsShown ? Text($", and {columns - ColumnsShown} more") : string.Empty;
        return Text($"{this.Name} on {columns} column{(columns == 1 ? string.Empty : "s")}: {string.Join(", ", shown)}{more}");
    }

    /// <summary>What rows are made of afterwards.</summary>
    /// <param name="source">What they are made of before: as where it was fitted, but for targets, weights and what may be missing.</param>
    internal virtual RowLayout LayoutAfter(RowLayout source) => source;

    /// <summary>The same step for rows whose categories are numbered in another way.</summary>
    internal virtual FittedStep For(RowLayout source) => this;

    /// <summary>Prepares the features of some rows.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="features">[rows, features before].</param>
    /// <param name="prepared">[rows, features afterwards]; the same memory where the step works in place and was asked to.</param>
    /// <param name="origin">Where the rows come from.</param>
    /// <exception cref="DataFormatException">A value cannot be prepared.</exception>
    internal virtual void PrepareFeatures(int rows, ReadOnlySpan<float> features, Span<float> prepared, RowOrigin origin) =>
        throw new NotSupportedException();

    /// <summary>Prepares the targets of some rows, as <see cref="PrepareFeatures"/> does the features.</summary>
    internal virtual void PrepareTargets(int rows, ReadOnlySpan<float> targets, Span<float> prepared, RowOrigin origin) =>
        throw new NotSupportedException();

    /// <summary>Brings one row of targets back to what they were before the step.</summary>
    internal virtual void InvertTargets(Span<double> targets)
    {
    }

    /// <summary>What is done with a column, after its name.</summary>
    private protected virtual string Describe(int index) => string.Empty;

    /// <summary>Text with numbers for a person.</summary>
    private protected static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Separated(string text) => text.Length == 0 ? text : " " + text;
}
