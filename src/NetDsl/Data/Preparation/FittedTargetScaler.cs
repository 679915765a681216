using System.Globalization;

namespace NetDsl.Data;

/// <summary>Scales targets, and brings predictions back.</summary>
internal sealed class FittedTargetScaler : FittedStep
{
    private readonly double[] means;
    private readonly double[] deviations;

    /// <exception cref="FormatException">The state is none of such rows.</exception>
    public FittedTargetScaler(StepState state, RowLayout source)
        : base(state, source)
    {
        this.means = state.Array("mean", source.TargetSize);
        this.deviations = state.Positive("std", source.TargetSize);
        if (source.TargetSize == 0 || source.Classes is not null)
        {
            throw new FormatException($"the step {state.Kind} stands where there are no targets that are values");
        }
    }

    internal override bool ChangesFeatures => false;

    internal override bool ChangesTargets => true;

    public override string ToString()
    {
        IEnumerable<string> shown = this.means.Take(8).Select((mean, place) => Text(
            $"{this.Source.TargetNames?[place] ?? place.ToString(CultureInfo.InvariantCulture)} mean {mean:G4} std {this.deviations[place]:G4}"));
        string more = this.means.Length > 8 ? Text($", and {this.means.Length - 8} more") : string.Empty;
        return Text($"{this.Name} on {this.means.Length} target{(this.means.Length == 1 ? string.Empty : "s")}: {string.Join(", ", shown)}{more}");
    }

    internal override void PrepareTargets(int rows, ReadOnlySpan<float> targets, Span<float> prepared, RowOrigin origin)
    {
        int size = this.means.Length;
        for (int i = 0; i < rows * size; i++)
        {
            int column = i % size;
            prepared[i] = (float)((targets[i] - this.means[column]) / this.deviations[column]);
        }
    }

    internal override void InvertTargets(Span<double> targets)
    {
        for (int column = 0; column < this.means.Length; column++)
        {
            targets[column] = (targets[column] * this.deviations[column]) + this.means[column];
        }
    }
}
