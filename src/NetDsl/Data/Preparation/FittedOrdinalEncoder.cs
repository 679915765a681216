namespace NetDsl.Data;

/// <summary>Makes numbers of categories.</summary>
internal sealed class FittedOrdinalEncoder : FittedStep
{
    private readonly CategoryCoding coding;
    private readonly RowLayout rows;
    private readonly float? unknown;

    /// <exception cref="FormatException">The state is none of such rows.</exception>
    public FittedOrdinalEncoder(StepState state, RowLayout source)
        : this(state, source, source, CategoryCoding.Restore(state, source))
    {
    }

    private FittedOrdinalEncoder(StepState state, RowLayout fitted, RowLayout rows, CategoryCoding coding)
        : base(state, fitted)
    {
        this.coding = coding;
        this.rows = rows;
        this.unknown = state.Numbers.ContainsKey("unknown") ? (float)state.Number("unknown") : null;
    }

    internal override FittedStep For(RowLayout source) => new FittedOrdinalEncoder(this.State, this.Source, source, this.coding.For(source));

    internal override RowLayout LayoutAfter(RowLayout source) => source with
    {
        Categories = source.Categories.Where(entry => !this.State.Columns!.Contains(entry.Key)).ToDictionary(),
    };

    internal override void PrepareFeatures(int rows, ReadOnlySpan<float> features, Span<float> prepared, RowOrigin origin)
    {
        features.CopyTo(prepared);
        int size = this.FeatureSize;
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < this.coding.Names.Length; i++)
            {
                ref float value = ref prepared[(row * size) + this.State.Place(i)];
                if (!float.IsNaN(value))
                {
                    int category = this.coding.Find(i, value);
                    value = category >= 0 ? category : this.unknown ?? throw this.coding.Refusal(i, value, row, this.rows, origin);
                }
            }
        }
    }

    private protected override string Describe(int index)
    {
        string[] names = this.coding.Names[index];
        return Text($"0 to {names.Length - 1}: {string.Join(" ", names.Take(8))}{(names.Length > 8 ? " ..." : string.Empty)}");
    }
}
