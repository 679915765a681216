namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[Embedding]: a vector for each value of its input, as one more dimension at the end.</summary>
internal sealed class EmbeddingShape : LayerShape
{
    private const string InputDim = nameof(InputDim);
    private const string OutputDim = nameof(OutputDim);

    public override string Kind => "Embedding";

    public override void Check(LayerContext layer)
    {
        layer.RequirePositive(InputDim);
        layer.RequirePositive(OutputDim);
    }

    public override LayerNode? Infer(LayerContext layer)
    {
        int numbers = layer.Spec.Integer(InputDim, 0);
        int values = layer.Spec.Integer(OutputDim, 0);
        int[] output = [.. layer.InputShape.Extents, values];
        if (!layer.CountFits("the embeddings", InputDim, numbers, values) || !layer.CountFits("the output", OutputDim, output))
        {
            return null;
        }

        ParameterNode embeddings = ParameterRules.Apply(layer, "Embeddings", new(
            "embeddings", new Shape(numbers, values), layer.Spec.Text("EmbeddingsInitializer") ?? "RandomUniform", numbers, values)
        {
            IsInPanels = false,
        });
        return layer.HasErrors ? null : new EmbeddingNode(numbers)
        {
            Name = layer.Name,
            Kind = layer.Spec.Kind,
            Inputs = layer.Inputs,
            InputShapes = layer.InputShapes,
            OutputShape = new(output),
            Parameters = new([embeddings]),
        };
    }
}
