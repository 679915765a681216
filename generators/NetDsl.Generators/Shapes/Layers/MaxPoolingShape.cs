namespace NetDsl.Generators.Shapes.Layers;

/// <summary>
/// [MaxPooling1D], [MaxPooling2D]: a window over the dimensions before the channels, channel by channel; it steps by its own size where no
/// stride is given.
/// </summary>
/// <param name="kind">The attribute's name without "Attribute".</param>
/// <param name="axes">The dimensions that the window moves along.</param>
internal sealed class MaxPoolingShape(string kind, params WindowAxis[] axes) : LayerShape
{
    private readonly WindowArguments arguments = new("pool", "PoolSize", StrideIsSizeAtZero: true, new(axes));

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
        return new MaxPoolingNode(windows)
        {
            Name = layer.Name,
            Kind = layer.Spec.Kind,
            Inputs = layer.Inputs,
            InputShapes = layer.InputShapes,
            OutputShape = outputShape,
            Flops = (windows.Aggregate(1L, (n, w) => n * w.Size) - 1) * outputShape.Size,
        };
    }
}
