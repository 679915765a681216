namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[ZeroPadding1D], [ZeroPadding2D], [ZeroPadding3D]: zeros around the dimensions before the channels.</summary>
/// <param name="axes">How many dimensions.</param>
internal sealed class ZeroPaddingShape(int axes) : LayerShape
{
    private readonly EdgeArguments arguments = new("Padding", axes);

    public override string Kind => FormattableString.Invariant($"ZeroPadding{axes}D");

    public override void Check(LayerContext layer) => this.arguments.Check(layer);

    public override LayerNode? Infer(LayerContext layer)
    {
        if (!layer.RequireAxes([.. SpatialAxes.Names(axes), "channels"]))
        {
            return null;
        }

        Edges[] edges = this.arguments.Of(layer);
        long[] extents = [.. SpatialAxes.Extents(layer.InputShape, axes).Zip(edges, (extent, edge) => extent + (long)edge.Before + edge.After)];
        int[] output = SpatialAxes.WithExtents(layer.InputShape, [.. extents.Select(extent => (int)Math.Min(extent, int.MaxValue))]);
        return layer.CountFits("the output", this.arguments.ArgumentOf(layer, 0) ?? "", output)
            ? new ZeroPaddingNode(new(edges))
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
