namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[UpSampling1D], [UpSampling2D], [UpSampling3D]: more places along the dimensions before the channels.</summary>
/// <param name="axes">How many dimensions.</param>
internal sealed class UpSamplingShape(int axes) : LayerShape
{
    private const string Size = nameof(Size);

    public override string Kind => FormattableString.Invariant($"UpSampling{axes}D");

    private IEnumerable<string> Arguments => SpatialAxes.Endings(axes).Select(ending => Size + ending);

    public override void Check(LayerContext layer)
    {
        foreach (string name in this.Arguments.Append(Size).Distinct())
        {
            layer.RequirePositive(name);
        }
    }

    public override LayerNode? Infer(LayerContext layer)
    {
        if (!layer.RequireAxes([.. SpatialAxes.Names(axes), "channels"]))
        {
            return null;
        }

        int all = layer.Spec.Integer(Size, 1);
        int[] sizes = [.. this.Arguments.Select(name => layer.Spec.Integer(name, all))];
        int[] extents = SpatialAxes.Extents(layer.InputShape, axes);
        string argument = layer.Spec.Has(Size) ? Size : this.Arguments.First();
        int[] output = SpatialAxes.WithExtents(layer.InputShape, [.. extents.Zip(sizes, (e, s) => (int)Math.Min((long)e * s, int.MaxValue))]);
        if (!layer.CountFits("the output", argument, output))
        {
            return null;
        }

        Shape outputShape = new(output);
        bool isBilinear = layer.Spec.Text("Interpolation") == "Bilinear";
        return new UpSamplingNode(new(sizes), isBilinear)
        {
            Name = layer.Name,
            Kind = layer.Spec.Kind,
            Inputs = layer.Inputs,
            InputShapes = layer.InputShapes,
            OutputShape = outputShape,

            // Two products and a sum along the height, for as many rows as there will be, and then along the width.
            Flops = isBilinear ? 3L * outputShape.Size * (1 + sizes[1]) / sizes[1] : 0,
        };
    }
}
