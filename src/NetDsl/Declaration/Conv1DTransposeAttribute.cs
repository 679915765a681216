namespace NetDsl;

/// <summary>
/// A transposed convolution along one dimension, which goes the way of a convolution's gradient: from each step to as many as lay under its
/// kernel. Input [..., steps, channels], output [..., output steps, filters]; kernel [kernel size, filters, channels], bias [filters].
/// Output steps: <c>Padding.Same</c> steps x stride, <c>Padding.Valid</c> (steps - 1) x stride + the larger of kernel and stride, unless
/// <see cref="OutputPadding"/> says otherwise. Dimensions before the steps are kept.
/// </summary>
/// <param name="filters">The number of output channels, at least 1.</param>
/// <param name="kernelSize">The steps under the kernel.</param>
/// <example><code>[Conv1DTranspose(16, 4, Strides = 2, Padding = Padding.Same)]</code></example>
public sealed class Conv1DTransposeAttribute(int filters, int kernelSize) : KernelLayerAttribute
{
    /// <summary>The number of output channels.</summary>
    public int Filters { get; } = filters;

    /// <summary>The steps under the kernel.</summary>
    public int KernelSize { get; } = kernelSize;

    /// <summary>The step of the window.</summary>
    public int Strides { get; set; } = 1;

    /// <summary>The steps from one value under the kernel to the next; more than 1 leaves gaps. Not together with strides.</summary>
    public int DilationRate { get; set; } = 1;

    /// <summary>What the window does at the edge.</summary>
    public Padding Padding { get; set; } = Padding.Valid;

    /// <summary>
    /// The outputs beyond those that the last window needs, 0 to one less than the stride; -1 for as many as the padding asks for.
    /// </summary>
    public int OutputPadding { get; set; } = -1;
}
