namespace NetDsl;

/// <summary>
/// A convolution over images, each channel by itself. Input [..., height, width, channels], output
/// [..., output height, output width, channels x multiplier], where output c x multiplier + m is the m-th of channel c; depthwise_kernel
/// [kernel height, kernel width, channels, multiplier], bias [channels x multiplier]. Dimensions before the height are kept.
/// </summary>
/// <example><code>[DepthwiseConv2D(3, Padding = Padding.Same, Activation = Activation.ReLU)]</code></example>
public sealed class DepthwiseConv2DAttribute : KernelLayerAttribute
{
    /// <summary>A depthwise convolution with a square kernel.</summary>
    /// <param name="kernelSize">The height and the width of the kernel in pixels.</param>
    public DepthwiseConv2DAttribute(int kernelSize)
        : this(kernelSize, kernelSize)
    {
    }

    /// <summary>A depthwise convolution with a rectangular kernel.</summary>
    /// <param name="kernelHeight">The height of the kernel in pixels.</param>
    /// <param name="kernelWidth">The width of the kernel in pixels.</param>
    public DepthwiseConv2DAttribute(int kernelHeight, int kernelWidth)
    {
        this.KernelHeight = kernelHeight;
        this.KernelWidth = kernelWidth;
    }

    /// <summary>The height of the kernel in pixels.</summary>
    public int KernelHeight { get; }

    /// <summary>The width of the kernel in pixels.</summary>
    public int KernelWidth { get; }

    /// <summary>The outputs of each channel.</summary>
    public int DepthMultiplier { get; set; } = 1;

    /// <summary>The step of the window in both directions.</summary>
    public int Strides { get; set; } = 1;

    /// <summary>The step of the window downwards, where it differs from <see cref="Strides"/>.</summary>
    public int StrideHeight { get; set; }

    /// <summary>The step of the window sideways, where it differs from <see cref="Strides"/>.</summary>
    public int StrideWidth { get; set; }

    /// <summary>
    /// The pixels from one value under the kernel to the next, in both directions; more than 1 leaves gaps. Not together with strides.
    /// </summary>
    public int DilationRate { get; set; } = 1;

    /// <summary>The same downwards, where it differs from <see cref="DilationRate"/>.</summary>
    public int DilationHeight { get; set; }

    /// <summary>The same sideways, where it differs from <see cref="DilationRate"/>.</summary>
    public int DilationWidth { get; set; }

    /// <summary>What the window does at the edge.</summary>
    public Padding Padding { get; set; } = Padding.Valid;

    /// <summary>
    /// How the depthwise kernel is filled before training; as <see cref="KernelLayerAttribute.KernelInitializer"/> says where it is left
    /// out.
    /// </summary>
    public Initializer DepthwiseInitializer { get; set; }
}
