namespace NetDsl;

/// <summary>
/// What is left of a volume without some planes at its sides.
/// Input [..., depth, height, width, channels], output [..., output depth, output height, output width, channels]; dimensions before the
/// depth are kept.
/// </summary>
/// <remarks>It moves nothing where the memory allows it.</remarks>
/// <example><code>[Cropping3D(1)]</code></example>
public sealed class Cropping3DAttribute : LayerAttribute
{
    /// <summary>As much on all sides.</summary>
    /// <param name="cropping">The planes on each side.</param>
    public Cropping3DAttribute(int cropping = 1)
        : this(cropping, cropping, cropping)
    {
    }

    /// <summary>As much on opposite sides.</summary>
    /// <param name="croppingDepth">The planes on both sides along the depth.</param>
    /// <param name="croppingHeight">The planes on both sides along the height.</param>
    /// <param name="croppingWidth">The planes on both sides along the width.</param>
    public Cropping3DAttribute(int croppingDepth, int croppingHeight, int croppingWidth)
        : this(croppingDepth, croppingDepth, croppingHeight, croppingHeight, croppingWidth, croppingWidth)
    {
    }

    /// <summary>An extent of its own for each side.</summary>
    /// <param name="front">The planes before the volume, along its depth.</param>
    /// <param name="back">The planes behind the volume, along its depth.</param>
    /// <param name="top">The planes above the volume, along its height.</param>
    /// <param name="bottom">The planes below the volume, along its height.</param>
    /// <param name="left">The planes to the left of the volume, along its width.</param>
    /// <param name="right">The planes to the right of the volume, along its width.</param>
    public Cropping3DAttribute(int front, int back, int top, int bottom, int left, int right)
    {
        this.Front = front;
        this.Back = back;
        this.Top = top;
        this.Bottom = bottom;
        this.Left = left;
        this.Right = right;
    }

    /// <summary>The planes before the volume, along its depth, at least 0.</summary>
    public int Front { get; }

    /// <summary>The planes behind the volume, along its depth, at least 0.</summary>
    public int Back { get; }

    /// <summary>The planes above the volume, along its height, at least 0.</summary>
    public int Top { get; }

    /// <summary>The planes below the volume, along its height, at least 0.</summary>
    public int Bottom { get; }

    /// <summary>The planes to the left of the volume, along its width, at least 0.</summary>
    public int Left { get; }

    /// <summary>The planes to the right of the volume, along its width, at least 0.</summary>
    public int Right { get; }
}
