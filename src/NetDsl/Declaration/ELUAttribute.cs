namespace NetDsl;

/// <summary>The exponential linear unit: x where it is positive, otherwise Alpha (exp(x) - 1); any shape (Clevert et al. 2015).</summary>
/// <example><code>[ELU(Alpha = 0.5)]</code></example>
public sealed class ELUAttribute : LayerAttribute
{
    /// <summary>What the values tend to, with the other sign; at least 0.</summary>
    public double Alpha { get; set; } = 1;
}
