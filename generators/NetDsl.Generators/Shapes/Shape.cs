using System.Globalization;

namespace NetDsl.Generators.Shapes;

/// <summary>The extents of one sample's tensor, channels last, without the batch.</summary>
internal sealed record Shape(EquatableArray<int> Extents)
{
    public Shape(params int[] extents)
        : this(new EquatableArray<int>(extents))
    {
    }

    public int Rank => this.Extents.Count;

    /// <summary>The number of values.</summary>
    public int Size => this.Extents.Aggregate(1, (a, b) => checked(a * b));

    /// <summary>The extent of the last dimension: the channels, or the units.</summary>
    public int Last => this.Extents[this.Rank - 1];

    public int this[int index] => this.Extents[index];

    public override string ToString() => "(" + string.Join(", ", this.Extents.Select(e => e.ToString(CultureInfo.InvariantCulture))) + ")";
}
