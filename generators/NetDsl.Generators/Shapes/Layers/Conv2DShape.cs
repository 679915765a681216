namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[Conv2D]: a window over height and width, all channels to each filter.</summary>
internal sealed class Conv2DShape : LayerShape
{
    private const string Filters = nameof(Filters);

    private static readonly WindowArguments Arguments = new("kernel", "KernelSize", "KernelHeight", "KernelWidth", StrideIsSizeAtZero: false);

    public override string Kind => "Conv2D";

    public override void Check(LayerContext layer)
    {
        layer.RequirePositive(Filters);
        Arguments.Check(layer);
        ActivationRules.CheckSoftmax(layer, layer.Spec.Integer(Filters, 0), "filter");
    }

    public override LayerNode? Infer(LayerContext layer)
    {
        if (Arguments.Windows(layer) is not var (vertical, horizontal))
        {
            return null;
        }

        int filters = layer.Spec.Integer(Filters, 0);
        int[] kernel = [vertical.Size, horizontal.Size, layer.InputShape.Last, filters];
        int[] output = [vertical.Output, horizontal.Output, filters];
        if (!layer.CountFits("the kernel", Filters, kernel) || !layer.CountFits("the output", Filters, output))
        {
            return null;
        }

        Shape outputShape = new(output);
        bool bias = layer.Spec.Flag("UseBias", true);
        int area = vertical.Size * horizontal.Size;

        // A window that reaches over the edge is counted as whole, as Keras and PyTorch profilers do.
        long products = (long)area * layer.InputShape.Last * outputShape.Size;
        return new Conv2DNode(filters, vertical, horizontal, bias)
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
