using System.Globalization;

namespace NetDsl.Data;

/// <summary>Makes labels of numbers of classes.</summary>
internal sealed class FittedLabelEncoder : FittedStep
{
    private readonly float[] values;
    private readonly bool isBinary;

    /// <exception cref="FormatException">The state is none of such rows.</exception>
    public FittedLabelEncoder(StepState state, RowLayout source)
        : base(state, source)
    {
        double[] numbers = state.Numbers.GetValueOrDefault("values") ?? [];
        this.values = [.. numbers.Select(number => (float)number)];
        this.isBinary = state.Number("binary") != 0;
        bool isAscending = this.values.Zip(this.values.Skip(1)).All(pair => pair.First < pair.Second);
        if (source.TargetSize != 1 || source.Classes is not null || !isAscending || this.values.Length is < 2 or > DatasetChecks.MostClasses
            || (this.isBinary && this.values.Length != 2))
        {
            throw new FormatException($"the step {state.Kind} has no two or more classes, or there is not one target of numbers before it");
        }
    }

    internal override bool ChangesFeatures => false;

    internal override bool ChangesTargets => true;

    internal override bool WorksInPlace => false;

    private int Width => this.isBinary ? 1 : this.values.Length;

    public override string ToString() => Text(
        $"{this.Name} on 1 target: {string.Join(", ", this.Names().Take(8))}{(this.values.Length > 8 ? $", and {this.values.Length - 8} more" : string.Empty)}");

    internal override RowLayout LayoutAfter(RowLayout source) => source with
    {
        TargetShape = [this.Width],
        TargetNames = null,
        Classes = [.. this.Names()],
        LabelName = source.TargetNames?[0],
    };

    internal override void PrepareTargets(int rows, ReadOnlySpan<float> targets, Span<float> prepared, RowOrigin origin)
    {
        prepared[..(rows * this.Width)].Clear();
        for (int row = 0; row < rows; row++)
        {
            int label = Array.BinarySearch(this.values, targets[row]);
            if (label < 0)
            {
                throw origin.Error(row, this.Source.TargetNames?[0] ?? "target", Text(
                    $"the class {targets[row]} was in no training row; there were {string.Join(", ", this.Names().Take(20))}. Remove the row."));
            }

            if (this.isBinary)
            {
                prepared[row] = label;
            }
            else
            {
                prepared[(row * this.Width) + label] = 1;
            }
        }
    }

    internal override void InvertTargets(Span<double> targets) => throw new InvalidOperationException(
        "The targets are classes: a network answers with their probabilities, which have no value to go back to.");

    private IEnumerable<string> Names() => this.values.Select(value => value.ToString(CultureInfo.InvariantCulture));
}
