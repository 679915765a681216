namespace NetDsl;

/// <summary>
/// A convolution along one dimension in two steps: each channel by itself, then all channels of a step to each filter. Input [..., steps,
/// channels], output [..., output steps, filters]; depthwise_kernel [kernel size, channels, multiplier], pointwise_kernel [1, channels x
/// multiplier, filters], bias [filters]. Dimensions before the steps are kept.
/// </summary>
/// <param name="filters">The number of output channels, at least 1.</param>
/// <param name="kernelSize">The steps under the kernel.</param>
/// <example><code>[SeparableConv1D(32, 7, Activation = Activation.ReLU)]</code></example>
public sealed class SeparableConv1DAttribute(int filters, int kernelSize) : KernelLayerAttribute
{
    /// <summary>The number of output channels.</summary>
    public int Filters { get; } = filters;

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

    /// <summary>
    /// How the pointwise kernel is filled before training; as <see cref="KernelLayerAttribute.KernelInitializer"/> says where it is left
    /// out.
    /// </summary>
    public Initializer PointwiseInitializer { get; set; }
}
