namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[Flatten]: any shape becomes a vector of as many values.</summary>
internal sealed class FlattenShape : LayerShape
{
    public override string Kind => "Flatten";

    public override LayerNode Infer(LayerContext layer) => new FlattenNode
    {
        Name = layer.Name,
        Kind = layer.Spec.Kind,
        Inputs = layer.Inputs,
        InputShapes = layer.InputShapes,
        OutputShape = new Shape(layer.InputShape.Size),
    };
}
