namespace NetDsl.Generators.Planning;

/// <summary>
/// Zeros kept around the values of a buffer, so that the window of a convolution need not ask where the edge is: a margin for each of the
/// last dimensions before the channels. Equal to default where there are none.
/// </summary>
internal readonly record struct Halo
{
    private readonly EquatableArray<Margin> margins;

    /// <param name="margins">The margins of the last dimensions before the channels, slowest-varying first.</param>
    public Halo(IEnumerable<Margin> margins)
    {
        EquatableArray<Margin> all = new(margins);
        this.margins = all.All(m => m == default) ? default : all;
    }

    public bool IsEmpty => this == default;

    /// <summary>The margin of a dimension, counted from the channels, which are dimension 0 and have none.</summary>
    public Margin this[int dimension] => dimension > 0 && dimension <= this.margins.Count ? this.margins[this.margins.Count - dimension] : default;

    /// <summary>A halo with as much more around it.</summary>
    public Halo Plus(Halo other)
    {
        (Halo left, Halo right) = (this, other);
        return Of(left, right, dimension => new(left[dimension].Before + right[dimension].Before, left[dimension].After + right[dimension].After));
    }

    /// <summary>The smallest halo that both fit in.</summary>
    public Halo Or(Halo other)
    {
        (Halo left, Halo right) = (this, other);
        return Of(left, right, dimension => new(
            Math.Max(left[dimension].Before, right[dimension].Before), Math.Max(left[dimension].After, right[dimension].After)));
    }

    private static Halo Of(Halo left, Halo right, Func<int, Margin> margin)
    {
        int count = Math.Max(left.margins.Count, right.margins.Count);
        return new(Enumerable.Range(0, count).Select(i => margin(count - i)));
    }
}
