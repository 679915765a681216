namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[RepeatVector]: the last dimension so many times.</summary>
internal sealed class RepeatVectorShape : LayerShape
{
    private const string N = nameof(N);

    public override string Kind => "RepeatVector";

    public override void Check(LayerContext layer) => layer.RequirePositive(N);

    public override LayerNode? Infer(LayerContext layer)
    {
        Shape input = layer.InputShape;
        int[] output = [.. input.Extents.Take(input.Rank - 1), layer.Spec.Integer(N, 1), input.Last];
        return layer.CountFits("the output", N, output)
            ? new RepeatVectorNode
            {
                Name = layer.Name,
                Kind = layer.Spec.Kind,
                Inputs = layer.Inputs,
                InputShapes = layer.InputShapes,
                OutputShape = new Shape(output),
            }
            : null;
    }
}
