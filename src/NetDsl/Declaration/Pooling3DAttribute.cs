namespace NetDsl;

/// <summary>What every pooling over volumes can be given.</summary>
/// <param name="poolDepth">The depth of the window in voxels.</param>
/// <param name="poolHeight">The height of the window in voxels.</param>
/// <param name="poolWidth">The width of the window in voxels.</param>
public abstract class Pooling3DAttribute(int poolDepth, int poolHeight, int poolWidth) : LayerAttribute
{
    /// <summary>The depth of the window in voxels.</summary>
    public int PoolDepth { get; } = poolDepth;

    /// <summary>The height of the window in voxels.</summary>
    public int PoolHeight { get; } = poolHeight;

    /// <summary>The width of the window in voxels.</summary>
    public int PoolWidth { get; } = poolWidth;

    /// <summary>The step of the window in all directions; the size of the window where it is left at 0.</summary>
    public int Strides { get; set; }

    /// <summary>The step of the window along the depth, where it differs from <see cref="Strides"/>.</summary>
    public int StrideDepth { get; set; }

    /// <summary>The step of the window along the height, where it differs from <see cref="Strides"/>.</summary>
    public int StrideHeight { get; set; }

    /// <summary>The step of the window along the width, where it differs from <see cref="Strides"/>.</summary>
    public int StrideWidth { get; set; }

    /// <summary>What the window does at the edge; what lies outside has no part in the result.</summary>
    public Padding Padding { get; set; } = Padding.Valid;
}
