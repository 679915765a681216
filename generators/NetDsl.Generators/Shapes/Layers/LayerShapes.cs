namespace NetDsl.Generators.Shapes.Layers;

/// <summary>The kinds of layers there are. A new layer is added here, and nowhere else for its shapes.</summary>
internal static class LayerShapes
{
    private static readonly LayerShape[] All =
    [
        new JoinShape(JoinKind.Add),
        new JoinShape(JoinKind.Average),
        new ConcatenateShape(),
        new ConvolutionShape("Conv1D", new WindowAxis("steps", "KernelSize", "Strides")),
        new ConvolutionShape(
            "Conv2D", new WindowAxis("height", "KernelHeight", "StrideHeight"), new WindowAxis("width", "KernelWidth", "StrideWidth")),
        new CustomShape(),
        new DenseShape(),
        new FlattenShape(),
        new InputShape(),
        new JoinShape(JoinKind.Maximum),
        new JoinShape(JoinKind.Minimum),
        new JoinShape(JoinKind.Multiply),
        new JoinShape(JoinKind.Subtract),
        new PermuteShape(),
        new RepeatVectorShape(),
        new ReshapeShape(),
        .. GlobalPoolingShape.All,
        .. NoiseShape.All,
        .. PoolingShape.All,
        .. SpatialAxes.Counts.SelectMany(axes => new LayerShape[] { new CroppingShape(axes), new UpSamplingShape(axes), new ZeroPaddingShape(axes) }),
    ];

    /// <summary>The kinds that are layers, in ordinal order.</summary>
    public static IEnumerable<string> LayerKinds => All.Select(s => s.Kind).Where(k => k != InputShape.InputKind).OrderBy(k => k, StringComparer.Ordinal);

    /// <summary>The kind's shapes; null where there is no such kind.</summary>
    public static LayerShape? Find(string kind) => Array.Find(All, s => s.Kind == kind);
}
