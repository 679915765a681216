namespace NetDsl;

/// <summary>
/// A convolution over volumes. Input [..., depth, height, width, channels], output
/// [..., output depth, output height, output width, filters]; kernel [kernel depth, kernel height, kernel width, channels, filters],
/// bias [filters]. Dimensions before the depth are kept: the same kernel runs over the volume at each place in them.
/// </summary>
/// <example><code>[Conv3D(16, 3, Activation = Activation.ReLU, Padding = Padding.Same)]</code></example>
public sealed class Conv3DAttribute : KernelLayerAttribute
{
    /// <summary>A convolution with a cubic kernel.</summary>
    /// <param name="filters">The number of output channels, at least 1.</param>
    /// <param name="kernelSize">The depth, the height and the width of the kernel.</param>
    public Conv3DAttribute(int filters, int kernelSize)
        : this(filters, kernelSize, kernelSize, kernelSize)
    {
    }

    /// <summary>A convolution with a kernel of different extents.</summary>
    /// <param name="filters">The number of output channels, at least 1.</param>
    /// <param name="kernelDepth">The depth of the kernel.</param>
    /// <param name="kernelHeight">The height of the kernel.</param>
    /// <param name="kernelWidth">The width of the kernel.</param>
    public Conv3DAttribute(int filters, int kernelDepth, int kernelHeight, int kernelWidth)
    {
        this.Filters = filters;
        this.KernelDepth = kernelDepth;
        this.KernelHeight = kernelHeight;
        this.KernelWidth = kernelWidth;
    }

    /// <summary>The number of output channels.</summary>
    public int Filters { get; }

    /// <summary>The depth of the kernel.</summary>
    public int KernelDepth { get; }

    /// <summary>The height of the kernel.</summary>
    public int KernelHeight { get; }

    /// <summary>The width of the kernel.</summary>
    public int KernelWidth { get; }

    /// <summary>The step of the window in all directions.</summary>
    public int Strides { get; set; } = 1;

    /// <summary>The step of the window along the depth, where it differs from <see cref="Strides"/>.</summary>
    public int StrideDepth { get; set; }

    /// <summary>The step of the window along the height, where it differs from <see cref="Strides"/>.</summary>
    public int StrideHeight { get; set; }

    /// <summary>The step of the window along the width, where it differs from <see cref="Strides"/>.</summary>
    public int StrideWidth { get; set; }

    /// <summary>
    /// The places from one value under the kernel to the next, in all directions; more than 1 leaves gaps. Not together with strides.
    /// </summary>
    public int DilationRate { get; set; } = 1;

    /// <summary>The same along the depth, where it differs from <see cref="DilationRate"/>.</summary>
    public int DilationDepth { get; set; }

    /// <summary>The same along the height, where it differs from <see cref="DilationRate"/>.</summary>
    public int DilationHeight { get; set; }

    /// <summary>The same along the width, where it differs from <see cref="DilationRate"/>.</summary>
    public int DilationWidth { get; set; }

    /// <summary>What the window does at the edge.</summary>
    public Padding Padding { get; set; } = Padding.Valid;
}
