namespace NetDsl;

/// <summary>
/// The largest value of each window along the steps, channel by channel. Input [..., steps, channels], output
/// [..., output steps, channels]; dimensions before the steps are kept.
/// </summary>
/// <param name="poolSize">The steps under the window.</param>
/// <example><code>[MaxPooling1D(4)]</code></example>
public sealed class MaxPooling1DAttribute(int poolSize = 2) : LayerAttribute
{
    /// <summary>The steps under the window.</summary>
    public int PoolSize { get; } = poolSize;

    /// <summary>The step of the window; the size of the window where it is left at 0.</summary>
    public int Strides { get; set; }

    /// <summary>What the window does at the edge; what lies outside never is the largest value.</summary>
    public Padding Padding { get; set; } = Padding.Valid;
}
