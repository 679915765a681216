namespace NetDsl;

/// <summary>
/// A convolution along one dimension, each channel by itself. Input [..., steps, channels], output [..., output steps, channels x
/// multiplier], where output c x multiplier + m is the m-th of channel c; depthwise_kernel [kernel size, channels, multiplier], bias
/// [channels x multiplier]. Dimensions before the steps are kept.
/// </summary>
/// <param name="kernelSize">The steps under the kernel.</param>
/// <example><code>[DepthwiseConv1D(7, Padding = Padding.Same)]</code></example>
public sealed class DepthwiseConv1DAttribute(int kernelSize) : KernelLayerAttribute
{
    /// <summary>The steps under the kernel.</summary>
    public int KernelSize { get; } = kernelSize;

    /// <summary>The outputs of each channel.</summary>
    public int DepthMultiplier { get; set; } = 1;

    /// <summary>The step of the window.</summary>
    public int Strides { get; set; } = 1;

    /// <summary>The steps from one value under the kernel to the next; more than 1 leaves gaps. Not together with strides.</summary>
    public int DilationRate { get; set; } = 1;

    /// <summary>What the window does at the edge.</summary>
    public Padding Padding { get; set; } = Padding.Valid;

    /// <summary>
    /// How the depthwise kernel is filled before training; as <see cref="KernelLayerAttribute.KernelInitializer"/> says where it is left
    /// out.
    /// </summary>
    public Initializer DepthwiseInitializer { get; set; }
}
