namespace NetDsl.Data;

/// <summary>Fills in missing features, and adds columns that say which were missing.</summary>
internal sealed class FittedImputer : FittedStep
{
    private readonly float[] fill;
    private readonly int[] indicators;
    private readonly bool othersMiss;

    /// <exception cref="FormatException">The state is none of such rows.</exception>
    public FittedImputer(StepState state, RowLayout source)
        : base(state, source)
    {
        this.fill = [.. state.Array("fill", state.CountColumns(source)).Select(number => (float)number)];
        this.othersMiss = state.Number("others") != 0;
        double[] places = state.Numbers.GetValueOrDefault("indicators") ?? [];
        if (places.Any(place => !(place >= 0 && place < source.FeatureSize && place % 1 == 0)))
        {
            throw new FormatException($"the step {state.Kind} has an indicator of a feature that is not there");
        }

        this.indicators = [.. places.Select(place => (int)place)];
        if (this.indicators.Length > 0)
        {
            FeatureColumns.CheckTable(source, (long)source.FeatureSize + this.indicators.Length, this.Name);
        }
    }

    internal override bool WorksInPlace => this.indicators.Length == 0;

    internal override RowLayout LayoutAfter(RowLayout source)
    {
        RowLayout filled = source with { MayMissFeatures = source.MayMissFeatures && this.othersMiss };
        return this.indicators.Length == 0 ? filled : FeatureColumns.Arrange(
            filled,
            [
                .. Enumerable.Range(0, source.FeatureSize).Select(place => new ArrangedColumn(place)),
                .. this.indicators.Select(place => new ArrangedColumn(place, IsNew: true, Prefix: "missingindicator_")),
            ],
            this.Name);
    }

    internal override void PrepareFeatures(int rows, ReadOnlySpan<float> features, Span<float> prepared, RowOrigin origin)
    {
        int size = this.FeatureSize;
        int width = size + this.indicators.Length;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> from = features.Slice(row * size, size);
            Span<float> to = prepared.Slice(row * width, width);
            for (int i = 0; i < this.indicators.Length; i++)
            {
                to[size + i] = float.IsNaN(from[this.indicators[i]]) ? 1 : 0;
            }

            from.CopyTo(to);
            for (int i = 0; i < this.fill.Length; i++)
            {
                ref float value = ref to[this.State.Place(i)];
                value = float.IsNaN(value) ? this.fill[i] : value;
            }
        }
    }

    private protected override string Describe(int index)
    {
        string indicated = this.indicators.Contains(this.State.Place(index)) ? " and an indicator" : string.Empty;
        return Text($"{this.fill[index]:G4}{indicated}");
    }
}
