namespace NetDsl.Generators.Shapes.Layers;

/// <summary>
/// A convolution of each channel by itself. Parameters: depthwise_kernel [window sizes, channels, multiplier] and, where it has one, bias
/// [channels x multiplier].
/// </summary>
/// <param name="Windows">The windows along the dimensions before the channels.</param>
/// <param name="Multiplier">The outputs of each channel.</param>
/// <param name="UseBias">Whether it has a bias.</param>
internal sealed record DepthwiseConvolutionNode(EquatableArray<Window> Windows, int Multiplier, bool UseBias) : LayerNode
{
    /// <summary>The name of the kernel among the parameters.</summary>
    public const string Kernel = "depthwise_kernel";

    /// <summary>A channel with several outputs is first repeated, so that vectors along the outputs find its values side by side.</summary>
    public override IReadOnlyList<LayerNode> Parts
    {
        get
        {
            if (this.Multiplier == 1)
            {
                return [this];
            }

            Shape repeated = new([.. this.InputShape.Extents.Take(this.InputShape.Rank - 1), this.OutputShape.Last]);
            return
            [
                new RepeatedChannelsNode(this.Multiplier)
                {
                    Name = this.Name + "_repeated",
                    Kind = this.Kind,
                    Inputs = this.Inputs,
                    InputShapes = this.InputShapes,
                    OutputShape = repeated,
                },
                this with { Multiplier = 1, InputShapes = new([repeated]) },
            ];
        }
    }

    /// <summary>
    /// The floating-point operations of such a convolution without bias and activation. A window that reaches over the edge is counted as
    /// whole, as Keras and PyTorch profilers do.
    /// </summary>
    public static long FlopsOf(EquatableArray<Window> windows, Shape output) => 2L * windows.Aggregate(1, (n, w) => n * w.Size) * output.Size;
}
