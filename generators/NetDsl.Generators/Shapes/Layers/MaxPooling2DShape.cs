namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[MaxPooling2D]: a window over height and width, channel by channel; it steps by its own size where no stride is given.</summary>
internal sealed class MaxPooling2DShape : LayerShape
{
    private static readonly WindowArguments Arguments = new("pool", "PoolSize", "PoolHeight", "PoolWidth", StrideIsSizeAtZero: true);

    public override string Kind => "MaxPooling2D";

    public override void Check(LayerContext layer) => Arguments.Check(layer);

    public override LayerNode? Infer(LayerContext layer)
    {
        if (Arguments.Windows(layer) is not var (vertical, horizontal))
        {
            return null;
        }

        string sizeArgument = layer.Spec.Has("PoolSize") ? "PoolSize" : "PoolHeight";
        if (!layer.CountFits("the pool", sizeArgument, vertical.Size, horizontal.Size))
        {
            return null;
        }

        // The output is no larger than the input, so it can be counted as well.
        Shape outputShape = new(vertical.Output, horizontal.Output, layer.InputShape.Last);
        return new MaxPooling2DNode(vertical, horizontal)
        {
            Name = layer.Name,
            Kind = layer.Spec.Kind,
            Inputs = layer.Inputs,
            InputShapes = layer.InputShapes,
            OutputShape = outputShape,
            Flops = (((long)vertical.Size * horizontal.Size) - 1) * outputShape.Size,
        };
    }
}
