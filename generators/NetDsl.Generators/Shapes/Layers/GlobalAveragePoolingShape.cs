namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[GlobalAveragePooling1D]: the mean over the dimensions before the channels.</summary>
/// <param name="kind">The attribute's name without "Attribute".</param>
/// <param name="axes">What the layer calls the dimensions.</param>
internal sealed class GlobalAveragePoolingShape(string kind, params string[] axes) : LayerShape
{
    public override string Kind => kind;

    public override LayerNode? Infer(LayerContext layer)
    {
        if (!layer.RequireAxes([.. axes, "channels"]))
        {
            return null;
        }

        Shape input = layer.InputShape;
        return new GlobalAveragePoolingNode(axes.Length)
        {
            Name = layer.Name,
            Kind = layer.Spec.Kind,
            Inputs = layer.Inputs,
            InputShapes = layer.InputShapes,
            OutputShape = new Shape([.. input.Extents.Take(input.Rank - 1 - axes.Length), input.Last]),

            // The additions, and one multiplication.
            Flops = input.Size,
        };
    }
}
