namespace NetDsl;

/// <summary>
/// A convolution along one dimension: a waveform, a sequence. Input [..., steps, channels], output [..., output steps, filters];
/// kernel [kernel size, channels, filters], bias [filters]. Dimensions before the steps are kept: the same kernel runs along the steps
/// of each place in them.
/// </summary>
/// <param name="filters">The number of output channels, at least 1.</param>
/// <param name="kernelSize">The steps under the kernel.</param>
/// <example><code>[Conv1D(16, 7, Activation = Activation.ReLU, Padding = Padding.Same)]</code></example>
public sealed class Conv1DAttribute(int filters, int kernelSize) : KernelLayerAttribute
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
}
