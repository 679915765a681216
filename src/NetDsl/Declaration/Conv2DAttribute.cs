namespace NetDsl;

/// <summary>
/// A convolution over images. Input [..., height, width, channels], output [..., output height, output width, filters];
/// kernel [kernel height, kernel width, channels, filters], bias [filters]. Dimensions before the height are kept: the same kernel runs
/// over the image at each place in them.
/// </summary>
/// <example><code>[Conv2D(32, 5, Activation = Activation.ReLU, Padding = Padding.Same)]</code></example>
public sealed class Conv2DAttribute : KernelLayerAttribute
{
    /// <summary>A convolution with a square kernel.</summary>
    /// <param name="filters">The number of output channels, at least 1.</param>
    /// <param name="kernelSize">The height and the width of the kernel in pixels.</param>
    public Conv2DAttribute(int filters, int kernelSize)
        : this(filters, kernelSize, kernelSize)
    {
    }

    /// <summary>A convolution with a rectangular kernel.</summary>
    /// <param name="filters">The number of output channels, at least 1.</param>
    /// <param name="kernelHeight">The height of the kernel in pixels.</param>
    /// <param name="kernelWidth">The width of the kernel in pixels.</param>
    public Conv2DAttribute(int filters, int kernelHeight, int kernelWidth)
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
}
