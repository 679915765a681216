namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[Conv1D], [Conv2D], [Conv3D]: a window over the dimensions before the channels, all channels to each filter.</summary>
/// <param name="kind">The attribute's name without "Attribute".</param>
/// <param name="isCausalAllowed">Whether all zeros may come before the input.</param>
/// <param name="axes">The dimensions that the window moves along.</param>
internal sealed class ConvolutionShape(string kind, bool isCausalAllowed, params WindowAxis[] axes) : LayerShape
{
    private const string Filters = nameof(Filters);

    private readonly WindowArguments arguments = new("kernel", "KernelSize", StrideIsSizeAtZero: false, new(axes), isCausalAllowed);

    public override string Kind => kind;

    public override void Check(LayerContext layer)
    {
        layer.RequirePositive(Filters);
        this.arguments.Check(layer);
        ActivationRules.CheckSoftmax(layer, layer.Spec.Integer(Filters, 0), "filter");
    }

    public override LayerNode? Infer(LayerContext layer)
    {
        if (this.arguments.Windows(layer) is not { } windows)
        {
            return null;
        }

        int filters = layer.Spec.Integer(Filters, 0);
        int[] kernel = [.. windows.Select(w => w.Size), layer.InputShape.Last, filters];
        int[] output = WindowArguments.Output(layer.InputShape, windows, filters);
        if (!layer.CountFits("the kernel", Filters, kernel) || !layer.CountFits("the output", Filters, output))
        {
            return null;
        }

        Shape outputShape = new(output);
        bool bias = layer.Spec.Flag("UseBias", true);
        int area = windows.Aggregate(1, (n, w) => n * w.Size);

        // A window that reaches over the edge is counted as whole, as Keras and PyTorch profilers do.
        long products = (long)area * layer.InputShape.Last * outputShape.Size;
        return new ConvolutionNode(filters, windows, bias)
        {
            Name = layer.Name,
            Kind = layer.Spec.Kind,
            Inputs = layer.Inputs,
            InputShapes = layer.InputShapes,
            OutputShape = outputShape,
            Activation = layer.Activation,
            Parameters = layer.KernelAndBias(new Shape(kernel), area * layer.InputShape.Last, area * filters, bias),
            Flops = (2 * products) + (bias ? outputShape.Size : 0) + ActivationRules.Flops(layer.Activation, outputShape),
        };
    }
}
