namespace NetDsl.Generators.Shapes.Layers;

/// <summary>
/// A convolution's gradient as a layer. Parameters: kernel [window sizes, filters, channels] and, where it has one, bias [filters].
/// </summary>
/// <param name="Filters">The output channels.</param>
/// <param name="Windows">The windows of the convolution: they move over this layer's output and stop at each place of its input.</param>
/// <param name="UseBias">Whether it has a bias.</param>
internal sealed record TransposedConvolutionNode(int Filters, EquatableArray<Window> Windows, bool UseBias) : LayerNode;
