namespace NetDsl;

/// <summary>x where it is positive, otherwise NegativeSlope x; any shape.</summary>
/// <example><code>[LeakyReLU(NegativeSlope = 0.1)]</code></example>
public sealed class LeakyReLUAttribute : LayerAttribute
{
    /// <summary>What negative values are multiplied by, at least 0. As a layer's argument the function has 0.2, as in Keras.</summary>
    public double NegativeSlope { get; set; } = 0.3;
}
