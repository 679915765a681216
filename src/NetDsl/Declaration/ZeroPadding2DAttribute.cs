namespace NetDsl;

/// <summary>
/// Zeros around an image.
/// Input [..., height, width, channels], output [..., output height, output width, channels]; dimensions before the height are kept.
/// </summary>
/// <remarks>The zeros are written once, with the memory, and the values stay where they are.</remarks>
/// <example><code>[ZeroPadding2D(1)]</code></example>
public sealed class ZeroPadding2DAttribute : LayerAttribute
{
    /// <summary>As many zeros on all sides.</summary>
    /// <param name="padding">The zeros on each side.</param>
    public ZeroPadding2DAttribute(int padding = 1)
        : this(padding, padding)
    {
    }

    /// <summary>As many zeros on opposite sides.</summary>
    /// <param name="paddingHeight">The zeros on both sides along the height.</param>
    /// <param name="paddingWidth">The zeros on both sides along the width.</param>
    public ZeroPadding2DAttribute(int paddingHeight, int paddingWidth)
        : this(paddingHeight, paddingHeight, paddingWidth, paddingWidth)
    {
    }

    /// <summary>Zeros of their own for each side.</summary>
    /// <param name="top">The zeros above the image.</param>
    /// <param name="bottom">The zeros below the image.</param>
    /// <param name="left">The zeros to the left of the image.</param>
    /// <param name="right">The zeros to the right of the image.</param>
    public ZeroPadding2DAttribute(int top, int bottom, int left, int right)
    {
        this.Top = top;
        this.Bottom = bottom;
        this.Left = left;
        this.Right = right;
    }

    /// <summary>The zeros above the image, at least 0.</summary>
    public int Top { get; }

    /// <summary>The zeros below the image, at least 0.</summary>
    public int Bottom { get; }

    /// <summary>The zeros to the left of the image, at least 0.</summary>
    public int Left { get; }

    /// <summary>The zeros to the right of the image, at least 0.</summary>
    public int Right { get; }
}
