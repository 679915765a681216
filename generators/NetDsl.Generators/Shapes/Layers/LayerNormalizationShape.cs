namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[LayerNormalization]: over the last dimension of each sample; any shape, unchanged.</summary>
internal sealed class LayerNormalizationShape : LayerShape
{
    public override string Kind => "LayerNormalization";

    public override void Check(LayerContext layer) => NormalizationRules.CheckEpsilon(layer);

    public override LayerNode Infer(LayerContext layer) => new LayerNormalizationNode(
        layer.Spec.Number("Epsilon", 1e-3), layer.Spec.Flag("Center", true), layer.Spec.Flag("Scale", true))
    {
        Name = layer.Name,
        Kind = layer.Spec.Kind,
        Inputs = layer.Inputs,
        InputShapes = layer.InputShapes,
        OutputShape = layer.InputShape,
        Parameters = new(NormalizationRules.ScaleAndCenter(layer)),

        // The sums of the values and of the squared differences, and what is done with each value.
        Flops = (long)(1 + 3 + NormalizationRules.FlopsPerValue) * layer.InputShape.Size,
    };
}
