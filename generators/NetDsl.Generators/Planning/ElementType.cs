namespace NetDsl.Generators.Planning;

/// <summary>The type of the parameters and activations.</summary>
/// <param name="Name">Its C# keyword.</param>
/// <param name="Size">Its bytes.</param>
internal sealed record ElementType(string Name, int Size)
{
    public static readonly ElementType Single = new("float", 4);
    public static readonly ElementType Double = new("double", 8);

    /// <summary>The elements of the longest vector, which is also a cache line.</summary>
    public int LongestVector => 64 / this.Size;

    /// <summary>The columns of a panel of weights: two of the longest vectors, the width of a tile.</summary>
    public int PanelWidth => 2 * this.LongestVector;

    /// <summary>
    /// What a last dimension is stored as: filled up to whole vectors where it is longer than one, otherwise to the next power of two, so
    /// that narrow layers are computed with narrow vectors instead of wide, empty ones.
    /// </summary>
    public int Padded(int extent)
    {
        if (extent >= this.LongestVector)
        {
            return (extent + this.LongestVector - 1) / this.LongestVector * this.LongestVector;
        }

        int padded = 1;
        while (padded < extent)
        {
            padded *= 2;
        }

        return padded;
    }
}
