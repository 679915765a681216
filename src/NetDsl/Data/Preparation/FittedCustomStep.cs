namespace NetDsl.Data;

/// <summary>A user's own step with its numbers.</summary>
internal sealed class FittedCustomStep : FittedStep
{
    private readonly CustomStep step;
    private readonly RowTransform transform;
    private readonly int size;

    /// <exception cref="FormatException">The numbers are none of such rows.</exception>
    public FittedCustomStep(CustomStep step, StepState state, RowLayout source)
        : base(state, source)
    {
        this.step = step;
        this.transform = step.Create(source, state.Numbers);
        this.size = step.LayoutBehind(source, state.Numbers).FeatureSize;
    }

    internal override bool WorksInPlace => false;

    public override string ToString() => this.Numbers.Count == 0 ? this.Name : $"{this.Name}: " + string.Join(", ", this.Numbers.Select(entry =>
        $"{entry.Key} {string.Join(" ", entry.Value.Take(8).Select(number => Text($"{number:G4}")))}{(entry.Value.Length > 8 ? " ..." : string.Empty)}"));

    internal override RowLayout LayoutAfter(RowLayout source) => this.step.LayoutBehind(source, this.State.Numbers);

    internal override void PrepareFeatures(int rows, ReadOnlySpan<float> features, Span<float> prepared, RowOrigin origin)
    {
        int before = this.FeatureSize;
        for (int row = 0; row < rows; row++)
        {
            Span<float> to = prepared.Slice(row * this.size, this.size);
            this.transform(features.Slice(row * before, before), to);
            foreach (float value in to)
            {
                if (float.IsInfinity(value))
                {
                    throw origin.Error(row, this.Name, Text($"the step '{this.Name}' gives {value}; finite numbers are needed."));
                }
            }
        }
    }
}
