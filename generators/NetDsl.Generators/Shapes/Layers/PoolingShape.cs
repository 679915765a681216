namespace NetDsl.Generators.Shapes.Layers;

/// <summary>
/// [MaxPooling1D] ... [MinPooling3D]: a window over the dimensions before the channels, channel by channel; it steps by its own size where no
/// stride is given.
/// </summary>
/// <param name="kind">The attribute's name without "Attribute".</param>
/// <param name="pooling">What is made of the values of a window.</param>
/// <param name="axes">The dimensions that the window moves along.</param>
internal sealed class PoolingShape(string kind, Pooling pooling, EquatableArray<WindowAxis> axes) : LayerShape
{
    private readonly WindowArguments arguments = new("pool", "PoolSize", StrideIsSizeAtZero: true, axes);

    /// <summary>All kinds of pooling.</summary>
    public static IEnumerable<LayerShape> All =>
        from kind in new[] { ("Average", Pooling.Mean), ("Max", Pooling.Maximum), ("Min", Pooling.Minimum) }
        from count in SpatialAxes.Counts
        select new PoolingShape(
            FormattableString.Invariant($"{kind.Item1}Pooling{count}D"),
            kind.Item2,
            new(SpatialAxes.Names(count).Zip(SpatialAxes.Endings(count), (name, ending) =>
                count == 1 ? new WindowAxis(name, "PoolSize", "Strides") : new WindowAxis(name, "Pool" + ending, "Stride" + ending))));

    public override string Kind => kind;

    public override void Check(LayerContext layer) => this.arguments.Check(layer);

    public override LayerNode? Infer(LayerContext layer)
    {
        if (this.arguments.Windows(layer) is not { } windows
            || !layer.CountFits("the pool", this.arguments.ArgumentOf(layer, axes[0]), [.. windows.Select(w => w.Size)]))
        {
            return null;
        }

        // The output is no larger than the input, so it can be counted as well.
        Shape outputShape = new(WindowArguments.Output(layer.InputShape, windows, layer.InputShape.Last));

        // A comparison or an addition for each value but the first, and a multiplication for a mean.
        long operations = windows.Aggregate(1L, (n, w) => n * w.Size) - (pooling == Pooling.Mean ? 0 : 1);
        return new PoolingNode(pooling, windows)
        {
            Name = layer.Name,
            Kind = layer.Spec.Kind,
            Inputs = layer.Inputs,
            InputShapes = layer.InputShapes,
            OutputShape = outputShape,
            Flops = operations * outputShape.Size,
        };
    }
}
