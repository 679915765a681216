namespace NetDsl.Data;

/// <summary>Makes columns of categories.</summary>
internal sealed class FittedOneHotEncoder : FittedStep
{
    private readonly CategoryCoding coding;
    private readonly RowLayout rows;
    private readonly int[] widths;
    private readonly int width;

    /// <exception cref="FormatException">The state is none of such rows.</exception>
    public FittedOneHotEncoder(StepState state, RowLayout source)
        : this(state, source, source, CategoryCoding.Restore(state, source))
    {
    }

    private FittedOneHotEncoder(StepState state, RowLayout fitted, RowLayout rows, CategoryCoding coding)
        : base(state, fitted)
    {
        this.coding = coding;
        this.rows = rows;
        this.widths = [.. coding.Names.Select(names => names.Length)];
        long columns = (long)fitted.FeatureSize - this.widths.Length + this.widths.Sum(width => (long)width);
        FeatureColumns.CheckTable(fitted, columns, this.Name);
        this.width = (int)columns;
        _ = state.Number("ignore");
        _ = state.Number("others");
    }

    internal override bool WorksInPlace => false;

    internal override FittedStep For(RowLayout source) => new FittedOneHotEncoder(this.State, this.Source, source, this.coding.For(source));

    internal override RowLayout LayoutAfter(RowLayout source)
    {
        List<ArrangedColumn> columns = [];
        int next = 0;
        for (int place = 0; place < source.FeatureSize; place++)
        {
            if (next < this.widths.Length && this.State.Place(next) == place)
            {
                columns.AddRange(this.coding.Names[next++].Select(name => new ArrangedColumn(place, IsNew: true, Suffix: "_" + name)));
            }
            else
            {
                columns.Add(new ArrangedColumn(place));
            }
        }

        RowLayout encoded = FeatureColumns.Arrange(source, columns, this.Name);
        return encoded with { MayMissFeatures = source.MayMissFeatures && this.State.Number("others") != 0 };
    }

    internal override void PrepareFeatures(int rows, ReadOnlySpan<float> features, Span<float> prepared, RowOrigin origin)
    {
        int size = this.FeatureSize;
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<float> from = features.Slice(row * size, size);
            Span<float> to = prepared.Slice(row * this.width, this.width);
            int begin = 0;
            for (int i = 0; i < this.widths.Length; i++)
            {
                // The columns between the last category and this one, then this one's own.
                int place = this.State.Place(i);
                ReadOnlySpan<float> between = from[begin..place];
                between.CopyTo(to);
                this.Encode(i, from[place], to.Slice(between.Length, this.widths[i]), row, origin);
                to = to[(between.Length + this.widths[i])..];
                begin = place + 1;
            }

            from[begin..].CopyTo(to);
        }
    }

    private protected override string Describe(int index) =>
        Text($"in {this.widths[index]}: {string.Join(" ", this.coding.Names[index].Take(8))}{(this.widths[index] > 8 ? " ..." : string.Empty)}");

    private void Encode(int index, float value, Span<float> columns, int row, RowOrigin origin)
    {
        columns.Clear();
        if (float.IsNaN(value))
        {
            return;
        }

        int category = this.coding.Find(index, value);
        if (category >= 0)
        {
            columns[category] = 1;
        }
        else if (this.State.Number("ignore") == 0)
        {
            throw this.coding.Refusal(index, value, row, this.rows, origin);
        }
    }
}
