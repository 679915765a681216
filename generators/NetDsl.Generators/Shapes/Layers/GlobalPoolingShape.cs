namespace NetDsl.Generators.Shapes.Layers;

/// <summary>[GlobalAveragePooling1D] ... [GlobalMinPooling3D]: one value of all places of the dimensions before the channels.</summary>
/// <param name="kind">The attribute's name without "Attribute".</param>
/// <param name="pooling">What is made of the values.</param>
/// <param name="axes">How many dimensions.</param>
internal sealed class GlobalPoolingShape(string kind, Pooling pooling, int axes) : LayerShape
{
    /// <summary>All kinds of pooling over all places.</summary>
    public static IEnumerable<LayerShape> All =>
        from kind in new[] { ("Average", Pooling.Mean), ("Max", Pooling.Maximum), ("Min", Pooling.Minimum) }
        from count in SpatialAxes.Counts
        select new GlobalPoolingShape(FormattableString.Invariant($"Global{kind.Item1}Pooling{count}D"), kind.Item2, count);

    public override string Kind => kind;

    public override LayerNode? Infer(LayerContext layer)
    {
        if (!layer.RequireAxes([.. SpatialAxes.Names(axes), "channels"]))
        {
            return null;
        }

        Shape input = layer.InputShape;
        bool keepDims = layer.Spec.Flag("KeepDims", false);
        Shape outputShape = new([.. input.Extents.Take(input.Rank - 1 - axes), .. keepDims ? Enumerable.Repeat(1, axes) : [], input.Last]);
        return new GlobalPoolingNode(pooling, axes, keepDims)
        {
            Name = layer.Name,
            Kind = layer.Spec.Kind,
            Inputs = layer.Inputs,
            InputShapes = layer.InputShapes,
            OutputShape = outputShape,

            // A comparison or an addition for each value but the first, and a multiplication for a mean.
            Flops = pooling == Pooling.Mean ? input.Size : input.Size - outputShape.Size,
        };
    }
}
