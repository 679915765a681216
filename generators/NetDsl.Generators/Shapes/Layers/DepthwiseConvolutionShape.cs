namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[DepthwiseConv1D], [DepthwiseConv2D]: a window over the dimensions before the channels, channel by channel.</summary>
/// <param name="kind">The attribute's name without "Attribute".</param>
/// <param name="axes">The dimensions that the window moves along.</param>
internal sealed class DepthwiseConvolutionShape(string kind, params WindowAxis[] axes) : LayerShape
{
    private const string DepthMultiplier = nameof(DepthMultiplier);

    private readonly WindowArguments arguments = new("kernel", "KernelSize", StrideIsSizeAtZero: false, new(axes));

    public override string Kind => kind;

    public override void Check(LayerContext layer)
    {
        layer.RequirePositive(DepthMultiplier);
        this.arguments.Check(layer);
    }

    public override LayerNode? Infer(LayerContext layer)
    {
        if (this.arguments.Windows(layer) is not { } windows || InferKernel(layer, windows) is not { } kernel)
        {
            return null;
        }

        Shape output = OutputOf(layer, windows);
        ActivationRules.CheckSoftmax(layer, output.Last, "channel");
        bool bias = layer.Spec.Flag("UseBias", true);
        return layer.HasErrors ? null : new DepthwiseConvolutionNode(windows, Multiplier(layer), bias)
        {
            Name = layer.Name,
            Kind = layer.Spec.Kind,
            Inputs = layer.Inputs,
            InputShapes = layer.InputShapes,
            OutputShape = output,
            Activation = layer.Activation,
            Parameters = new(bias ? [kernel, layer.Bias(output.Last)] : [kernel]),
            Flops = DepthwiseConvolutionNode.FlopsOf(windows, output) + (bias ? output.Size : 0) + ActivationRules.Flops(layer.Activation, output),
        };
    }

    /// <summary>The outputs of each channel.</summary>
    public static int Multiplier(LayerContext layer) => layer.Spec.Integer(DepthMultiplier, 1);

    /// <summary>What windows over each channel give.</summary>
    public static Shape OutputOf(LayerContext layer, EquatableArray<Window> windows) =>
        new(WindowArguments.Output(layer.InputShape, windows, layer.InputShape.Last * Multiplier(layer)));

    /// <summary>
    /// The kernel, a matrix of the window's values by the outputs; null after reporting that it, or what it gives, is too large.
    /// </summary>
    public static ParameterNode? InferKernel(LayerContext layer, EquatableArray<Window> windows)
    {
        int channels = layer.InputShape.Last;
        int multiplier = Multiplier(layer);
        int[] kernel = [.. windows.Select(w => w.Size), channels, multiplier];
        if (!layer.CountFits("the kernel", DepthMultiplier, kernel)
            || !layer.CountFits("the output", DepthMultiplier, [.. WindowArguments.Output(layer.InputShape, windows, channels), multiplier])
            || !layer.CountFits("the input for each output", DepthMultiplier, [.. layer.InputShape.Extents, multiplier]))
        {
            return null;
        }

        return layer.ConvolutionKernel(DepthwiseConvolutionNode.Kernel, new(kernel), "DepthwiseInitializer") with
        {
            Columns = channels * multiplier,
            IsInPanels = false,
        };
    }
}
