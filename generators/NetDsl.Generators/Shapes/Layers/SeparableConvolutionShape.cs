namespace NetDsl.Generators.Shapes.Layers;

/// <summary>
/// [SeparableConv1D], [SeparableConv2D]: a window channel by channel, and then all channels at each place to each filter.
/// </summary>
/// <param name="kind">The attribute's name without "Attribute".</param>
/// <param name="axes">The dimensions that the window moves along.</param>
internal sealed class SeparableConvolutionShape(string kind, params WindowAxis[] axes) : LayerShape
{
    private const string Filters = nameof(Filters);

    private readonly WindowArguments arguments = new("kernel", "KernelSize", StrideIsSizeAtZero: false, new(axes));

    public override string Kind => kind;

    public override void Check(LayerContext layer)
    {
        layer.RequirePositive(Filters);
        layer.RequirePositive("DepthMultiplier");
        this.arguments.Check(layer);
        ActivationRules.CheckSoftmax(layer, layer.Spec.Integer(Filters, 0), "filter");
    }

    public override LayerNode? Infer(LayerContext layer)
    {
        if (this.arguments.Windows(layer) is not { } windows || DepthwiseConvolutionShape.InferKernel(layer, windows) is not { } depthwise)
        {
            return null;
        }

        int filters = layer.Spec.Integer(Filters, 0);
        Shape between = DepthwiseConvolutionShape.OutputOf(layer, windows);
        int[] output = WindowArguments.Output(layer.InputShape, windows, filters);
        int[] kernel = [.. windows.Select(_ => 1), between.Last, filters];
        if (!layer.CountFits("the pointwise kernel", Filters, kernel) || !layer.CountFits("the output", Filters, output))
        {
            return null;
        }

        Shape outputShape = new(output);
        bool bias = layer.Spec.Flag("UseBias", true);
        ParameterNode pointwise = layer.ConvolutionKernel(SeparableConvolutionNode.Kernel, new(kernel), "PointwiseInitializer");
        return new SeparableConvolutionNode(filters, windows, DepthwiseConvolutionShape.Multiplier(layer), bias)
        {
            Name = layer.Name,
            Kind = layer.Spec.Kind,
            Inputs = layer.Inputs,
            InputShapes = layer.InputShapes,
            OutputShape = outputShape,
            Activation = layer.Activation,
            Parameters = new(bias ? [depthwise, pointwise, layer.Bias(filters)] : [depthwise, pointwise]),
            Flops = DepthwiseConvolutionNode.FlopsOf(windows, between) + (2L * between.Last * outputShape.Size)
                + (bias ? outputShape.Size : 0) + ActivationRules.Flops(layer.Activation, outputShape),
        };
    }
}
