namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[Dense]: over the last dimension; those before it are kept.</summary>
internal sealed class DenseShape : LayerShape
{
    private const string Units = nameof(Units);

    public override string Kind => "Dense";

    public override void Check(LayerContext layer)
    {
        layer.RequirePositive(Units);
        ActivationRules.CheckSoftmax(layer, layer.Spec.Integer(Units, 0), "unit");
    }

    public override LayerNode? Infer(LayerContext layer)
    {
        int units = layer.Spec.Integer(Units, 0);
        int inputs = layer.InputShape.Last;
        int[] output = [.. layer.InputShape.Extents.Take(layer.InputShape.Rank - 1), units];
        if (!layer.CountFits("the kernel", Units, inputs, units) || !layer.CountFits("the output", Units, output))
        {
            return null;
        }

        Shape outputShape = new(output);
        bool bias = layer.Spec.Flag("UseBias", true);
        long places = outputShape.Size / units;
        return new DenseNode(units, bias)
        {
            Name = layer.Name,
            Kind = layer.Spec.Kind,
            Inputs = layer.Inputs,
            InputShapes = layer.InputShapes,
            OutputShape = outputShape,
            Activation = layer.Activation,
            Parameters = layer.KernelAndBias(new Shape(inputs, units), inputs, units, bias),
            Flops = (2L * inputs * units * places) + (bias ? outputShape.Size : 0) + ActivationRules.Flops(layer.Activation, outputShape),
        };
    }
}
