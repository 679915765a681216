namespace NetDsl;

/// <summary>
/// Zeros around a volume.
/// Input [..., depth, height, width, channels], output [..., output depth, output height, output width, channels]; dimensions before the
/// depth are kept.
/// </summary>
/// <remarks>The zeros are written once, with the memory, and the values stay where they are.</remarks>
/// <example><code>[ZeroPadding3D(1)]</code></example>
public sealed class ZeroPadding3DAttribute : LayerAttribute
{
    /// <summary>As many zeros on all sides.</summary>
    /// <param name="padding">The zeros on each side.</param>
    public ZeroPadding3DAttribute(int padding = 1)
        : this(padding, padding, padding)
    {
    }

    /// <summary>As many zeros on opposite sides.</summary>
    /// <param name="paddingDepth">The zeros on both sides along the depth.</param>
    /// <param name="paddingHeight">The zeros on both sides along the height.</param>
    /// <param name="paddingWidth">The zeros on both sides along the width.</param>
    public ZeroPadding3DAttribute(int paddingDepth, int paddingHeight, int paddingWidth)
        : this(paddingDepth, paddingDepth, paddingHeight, paddingHeight, paddingWidth, paddingWidth)
    {
    }

    /// <summary>Zeros of their own for each side.</summary>
    /// <param name="front">The zeros before the volume, along its depth.</param>
    /// <param name="back">The zeros behind the volume, along its depth.</param>
    /// <param name="top">The zeros above the volume, along its height.</param>
    /// <param name="bottom">The zeros below the volume, along its height.</param>
    /// <param name="left">The zeros to the left of the volume, along its width.</param>
    /// <param name="right">The zeros to the right of the volume, along its width.</param>
    public ZeroPadding3DAttribute(int front, int back, int top, int bottom, int left, int right)
    {
        this.Front = front;
        this.Back = back;
        this.Top = top;
        this.Bottom = bottom;
        this.Left = left;
        this.Right = right;
    }

    /// <summary>The zeros before the volume, along its depth, at least 0.</summary>
    public int Front { get; }

    /// <summary>The zeros behind the volume, along its depth, at least 0.</summary>
    public int Back { get; }

    /// <summary>The zeros above the volume, along its height, at least 0.</summary>
    public int Top { get; }

    /// <summary>The zeros below the volume, along its height, at least 0.</summary>
    public int Bottom { get; }

    /// <summary>The zeros to the left of the volume, along its width, at least 0.</summary>
    public int Left { get; }

    /// <summary>The zeros to the right of the volume, along its width, at least 0.</summary>
    public int Right { get; }
}
