namespace NetDsl;

/// <summary>What every pooling over images can be given.</summary>
/// <param name="poolHeight">The height of the window in pixels.</param>
/// <param name="poolWidth">The width of the window in pixels.</param>
public abstract class Pooling2DAttribute(int poolHeight, int poolWidth) : LayerAttribute
{
    /// <summary>The height of the window in pixels.</summary>
    public int PoolHeight { get; } = poolHeight;

    /// <summary>The width of the window in pixels.</summary>
    public int PoolWidth { get; } = poolWidth;

    /// <summary>The step of the window in both directions; the size of the window where it is left at 0.</summary>
    public int Strides { get; set; }

    /// <summary>The step of the window downwards, where it differs from <see cref="Strides"/>.</summary>
    public int StrideHeight { get; set; }

    /// <summary>The step of the window sideways, where it differs from <see cref="Strides"/>.</summary>
    public int StrideWidth { get; set; }

    /// <summary>What the window does at the edge; what lies outside has no part in the result.</summary>
    public Padding Padding { get; set; } = Padding.Valid;
}
