namespace NetDsl.Generators.Shapes.Layers;

/// <summary>
/// A convolution of each channel by itself, and then of all channels at each place. Parameters: depthwise_kernel [window sizes, channels,
/// multiplier], pointwise_kernel [1 for each window, channels x multiplier, filters] and, where it has one, bias [filters].
/// </summary>
/// <param name="Filters">The output channels.</param>
/// <param name="Windows">The windows along the dimensions before the channels.</param>
/// <param name="Multiplier">The outputs of each channel by itself.</param>
/// <param name="UseBias">Whether it has a bias.</param>
internal sealed record SeparableConvolutionNode(int Filters, EquatableArray<Window> Windows, int Multiplier, bool UseBias) : LayerNode
{
    /// <summary>The name of the second kernel among the parameters.</summary>
    public const string Kernel = "pointwise_kernel";

    public override IReadOnlyList<LayerNode> Parts
    {
        get
        {
            Shape between = new([.. this.OutputShape.Extents.Take(this.OutputShape.Rank - 1), this.InputShape.Last * this.Multiplier]);
            long depthwiseFlops = DepthwiseConvolutionNode.FlopsOf(this.Windows, between);
            DepthwiseConvolutionNode depthwise = new(this.Windows, this.Multiplier, UseBias: false)
            {
                Name = this.Name + "_depthwise",
                Kind = this.Kind,
                Inputs = this.Inputs,
                InputShapes = this.InputShapes,
                OutputShape = between,
                Flops = depthwiseFlops,
            };
            ConvolutionNode pointwise = new(this.Filters, new(this.Windows.Select(w => Window.Valid(w.Output, 1, 1))), this.UseBias)
            {
                Name = this.Name,
                Kind = this.Kind,
                Inputs = this.Inputs,
                InputShapes = new([between]),
                OutputShape = this.OutputShape,
                Activation = this.Activation,
                Kernel = Kernel,
                Flops = this.Flops - depthwiseFlops,
            };
            return [.. depthwise.Parts, pointwise];
        }
    }
}
