namespace NetDsl;

/// <summary>
/// What is left of an image without some rows and columns at its edges.
/// Input [..., height, width, channels], output [..., output height, output width, channels]; dimensions before the height are kept.
/// </summary>
/// <remarks>It moves nothing where the memory allows it.</remarks>
/// <example><code>[Cropping2D(1)]</code></example>
public sealed class Cropping2DAttribute : LayerAttribute
{
    /// <summary>As much on all sides.</summary>
    /// <param name="cropping">The rows or columns on each side.</param>
    public Cropping2DAttribute(int cropping = 0)
        : this(cropping, cropping)
    {
    }

    /// <summary>As much on opposite sides.</summary>
    /// <param name="croppingHeight">The rows or columns on both sides along the height.</param>
    /// <param name="croppingWidth">The rows or columns on both sides along the width.</param>
    public Cropping2DAttribute(int croppingHeight, int croppingWidth)
        : this(croppingHeight, croppingHeight, croppingWidth, croppingWidth)
    {
    }

    /// <summary>An extent of its own for each side.</summary>
    /// <param name="top">The rows or columns above the image.</param>
    /// <param name="bottom">The rows or columns below the image.</param>
    /// <param name="left">The rows or columns to the left of the image.</param>
    /// <param name="right">The rows or columns to the right of the image.</param>
    public Cropping2DAttribute(int top, int bottom, int left, int right)
    {
        this.Top = top;
        this.Bottom = bottom;
        this.Left = left;
        this.Right = right;
    }

    /// <summary>The rows or columns above the image, at least 0.</summary>
    public int Top { get; }

    /// <summary>The rows or columns below the image, at least 0.</summary>
    public int Bottom { get; }

    /// <summary>The rows or columns to the left of the image, at least 0.</summary>
    public int Left { get; }

    /// <summary>The rows or columns to the right of the image, at least 0.</summary>
    public int Right { get; }
}
