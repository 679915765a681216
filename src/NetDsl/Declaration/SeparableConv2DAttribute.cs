namespace NetDsl;

/// <summary>
/// A convolution over images in two steps: each channel by itself, then all channels of a pixel to each filter. Input [..., height, width,
/// channels], output [..., output height, output width, filters]; depthwise_kernel [kernel height, kernel width, channels, multiplier],
/// pointwise_kernel [1, 1, channels x multiplier, filters], bias [filters]. Dimensions before the height are kept.
/// </summary>
/// <example><code>[SeparableConv2D(64, 3, Padding = Padding.Same, Activation = Activation.ReLU)]</code></example>
public sealed class SeparableConv2DAttribute : KernelLayerAttribute
{
    /// <summary>A separable convolution with a square kernel.</summary>
    /// <param name="filters">The number of output channels, at least 1.</param>
    /// <param name="kernelSize">The height and the width of the kernel in pixels.</param>
    public SeparableConv2DAttribute(int filters, int kernelSize)
        : this(filters, kernelSize, kernelSize)
    {
    }

    /// <summary>A separable convolution with a rectangular kernel.</summary>
    /// <param name="filters">The number of output channels, at least 1.</param>
    /// <param name="kernelHeight">The height of the kernel in pixels.</param>
    /// <param name="kernelWidth">The width of the kernel in pixels.</param>
    public SeparableConv2DAttribute(int filters, int kernelHeight, int kernelWidth)
    {
        this.Filters = filters;
        this.KernelHeight = kernelHeight;
        this.KernelWidth = kernelWidth;
    }

    /// <summary>The number of output channels.</summary>
    public int Filters { get; }

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

    /// <summary>
    /// How the pointwise kernel is filled before training; as <see cref="KernelLayerAttribute.KernelInitializer"/> says where it is left
    /// out.
    /// </summary>
    public Initializer PointwiseInitializer { get; set; }
}
