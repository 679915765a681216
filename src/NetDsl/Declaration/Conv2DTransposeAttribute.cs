namespace NetDsl;

/// <summary>
/// A transposed convolution over images, which goes the way of a convolution's gradient: from each pixel to as many as lay under its
/// kernel. Input [..., height, width, channels], output [..., output height, output width, filters]; kernel [kernel height, kernel width,
/// filters, channels], bias [filters]. Along each direction <c>Padding.Same</c> gives size x stride, <c>Padding.Valid</c> (size - 1) x
/// stride + the larger of kernel and stride, unless <see cref="OutputPadding"/> says otherwise. Dimensions before the height are kept.
/// </summary>
/// <example><code>[Conv2DTranspose(16, 3, Strides = 2, Padding = Padding.Same, Activation = Activation.ReLU)]</code></example>
public sealed class Conv2DTransposeAttribute : KernelLayerAttribute
{
    /// <summary>A transposed convolution with a square kernel.</summary>
    /// <param name="filters">The number of output channels, at least 1.</param>
    /// <param name="kernelSize">The height and the width of the kernel in pixels.</param>
    public Conv2DTransposeAttribute(int filters, int kernelSize)
        : this(filters, kernelSize, kernelSize)
    {
    }

    /// <summary>A transposed convolution with a rectangular kernel.</summary>
    /// <param name="filters">The number of output channels, at least 1.</param>
    /// <param name="kernelHeight">The height of the kernel in pixels.</param>
    /// <param name="kernelWidth">The width of the kernel in pixels.</param>
    public Conv2DTransposeAttribute(int filters, int kernelHeight, int kernelWidth)
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

    /// <summary>
    /// The rows and columns of output beyond those that the last window needs, 0 to one less than the stride; -1 for as many as the padding
    /// asks for.
    /// </summary>
    public int OutputPadding { get; set; } = -1;

    /// <summary>The rows of them, where they differ from <see cref="OutputPadding"/>.</summary>
    public int OutputPaddingHeight { get; set; } = -1;

    /// <summary>The columns of them, where they differ from <see cref="OutputPadding"/>.</summary>
    public int OutputPaddingWidth { get; set; } = -1;
}
