namespace NetDsl;

/// <summary>What every pooling along steps can be given.</summary>
/// <param name="poolSize">The steps under the window.</param>
public abstract class Pooling1DAttribute(int poolSize) : LayerAttribute
{
    /// <summary>The steps under the window.</summary>
    public int PoolSize { get; } = poolSize;

    /// <summary>The step of the window; the size of the window where it is left at 0.</summary>
    public int Strides { get; set; }

    /// <summary>What the window does at the edge; what lies outside has no part in the result.</summary>
    public Padding Padding { get; set; } = Padding.Valid;
}
