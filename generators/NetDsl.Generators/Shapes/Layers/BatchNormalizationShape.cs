namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[BatchNormalization]: over the batch and all dimensions but the last; any shape, unchanged.</summary>
internal sealed class BatchNormalizationShape : LayerShape
{
    public override string Kind => "BatchNormalization";

    public override void Check(LayerContext layer)
    {
        NormalizationRules.CheckEpsilon(layer);
        NormalizationRules.CheckMomentum(layer);
    }

    public override LayerNode Infer(LayerContext layer) => new BatchNormalizationNode(
        layer.Spec.Number("Momentum", 0.99), layer.Spec.Number("Epsilon", 1e-3), layer.Spec.Flag("Center", true), layer.Spec.Flag("Scale", true))
    {
        Name = layer.Name,
        Kind = layer.Spec.Kind,
        Inputs = layer.Inputs,
        InputShapes = layer.InputShapes,
        OutputShape = layer.InputShape,
        Parameters = new(
        [
            .. NormalizationRules.ScaleAndCenter(layer),
            NormalizationRules.Parameter(layer, "moving_mean", "MovingMeanInitializer", "Zeros") with { IsTrainable = false },
            NormalizationRules.Parameter(layer, "moving_variance", "MovingVarianceInitializer", "Ones") with { IsTrainable = false },
        ]),
        Flops = (long)NormalizationRules.FlopsPerValue * layer.InputShape.Size,
    };
}
