namespace NetDsl;

/// <summary>
/// A layer, or an activation, of your own: a type that implements <see cref="Kernels.ICustomLayer"/>, computed sample by sample. Its kernel, where it has
/// one, is trained, saved and regularised like any other (<c>NAME/kernel</c>).
/// </summary>
/// <param name="layer">The type, which implements <see cref="Kernels.ICustomLayer"/> and can be seen from the network's class.</param>
/// <example><code>[Custom(typeof(RadialBasis), OutputShape = new[] { 16 }, KernelShape = new[] { 16, 3 })]</code></example>
public sealed class CustomAttribute(Type layer) : LayerAttribute
{
    /// <summary>The type that computes the layer.</summary>
    public Type Layer { get; } = layer;

    /// <summary>The extents of one sample's output, channels last; those of the input where they are left out.</summary>
    public int[] OutputShape { get; set; } = [];

    /// <summary>The extents of the kernel; none for a layer without one.</summary>
    public int[] KernelShape { get; set; } = [];

    /// <summary>How the kernel is filled before training.</summary>
    public Initializer KernelInitializer { get; set; } = Initializer.GlorotUniform;
}
