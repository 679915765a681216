namespace NetDsl.Generators.Planning;

/// <summary>Zeros kept around the images of a buffer, so that the window of a convolution need not ask where the edge is.</summary>
internal readonly record struct Halo(int Top, int Bottom, int Left, int Right)
{
    public bool IsEmpty => this == default;

    /// <summary>The smallest halo that both fit in.</summary>
    public Halo Or(Halo other) => new(
        Math.Max(this.Top, other.Top), Math.Max(this.Bottom, other.Bottom), Math.Max(this.Left, other.Left), Math.Max(this.Right, other.Right));
}
