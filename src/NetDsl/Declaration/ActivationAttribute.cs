namespace NetDsl;

/// <summary>
/// Applies an activation to what it takes, any shape. Right behind a layer that has none of its own it costs nothing more than as that layer's
/// argument.
/// </summary>
/// <param name="activation">The function.</param>
/// <example><code>[Activation(Activation.GELU)]</code></example>
public sealed class ActivationAttribute(Activation activation) : LayerAttribute
{
    /// <summary>The function.</summary>
    public Activation Activation { get; } = activation;
}
