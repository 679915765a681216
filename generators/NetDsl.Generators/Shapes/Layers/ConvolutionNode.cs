namespace NetDsl.Generators.Shapes.Layers;

/// <summary>
/// A convolution of any number of dimensions, the same at each place of those before them. Parameters: kernel [window sizes, channels, filters]
/// and, where it has one, bias [filters].
/// </summary>
/// <param name="Filters">The output channels.</param>
/// <param name="Windows">The windows along the dimensions before the channels.</param>
/// <param name="UseBias">Whether it has a bias.</param>
internal sealed record ConvolutionNode(int Filters, EquatableArray<Window> Windows, bool UseBias) : LayerNode
{
    /// <summary>The name of the kernel among the parameters.</summary>
    public string Kernel { get; init; } = "kernel";
}
