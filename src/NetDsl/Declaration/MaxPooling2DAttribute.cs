namespace NetDsl;

/// <summary>
/// The largest value of each window, channel by channel. Input [..., height, width, channels], output
/// [..., output height, output width, channels]; dimensions before the height are kept.
/// </summary>
/// <example><code>[MaxPooling2D(2)]</code></example>
public sealed class MaxPooling2DAttribute : LayerAttribute
{
    /// <summary>Pooling over square windows.</summary>
    /// <param name="poolSize">The height and the width of the window in pixels.</param>
    public MaxPooling2DAttribute(int poolSize = 2)
        : this(poolSize, poolSize)
    {
    }

    /// <summary>Pooling over rectangular windows.</summary>
    /// <param name="poolHeight">The height of the window in pixels.</param>
    /// <param name="poolWidth">The width of the window in pixels.</param>
    public MaxPooling2DAttribute(int poolHeight, int poolWidth)
    {
        this.PoolHeight = poolHeight;
        this.PoolWidth = poolWidth;
    }

    /// <summary>The height of the window in pixels.</summary>
    public int PoolHeight { get; }

    /// <summary>The width of the window in pixels.</summary>
    public int PoolWidth { get; }

    /// <summary>The step of the window in both directions; the size of the window where it is left at 0.</summary>
    public int Strides { get; set; }

    /// <summary>The step of the window downwards, where it differs from <see cref="Strides"/>.</summary>
    public int StrideHeight { get; set; }

    /// <summary>The step of the window sideways, where it differs from <see cref="Strides"/>.</summary>
    public int StrideWidth { get; set; }

    /// <summary>What the window does at the edge; what lies outside never is the largest value.</summary>
    public Padding Padding { get; set; } = Padding.Valid;
}
