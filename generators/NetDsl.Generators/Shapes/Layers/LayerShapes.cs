namespace NetDsl.Generators.Shapes.Layers;

/// <summary>The kinds of layers there are. A new layer is added here, and nowhere else for its shapes.</summary>
internal static class LayerShapes
{
    private static readonly LayerShape[] All =
    [
        new JoinShape(JoinKind.Add),
        new JoinShape(JoinKind.Average),
        new BatchNormalizationShape(),
        new ConcatenateShape(),
        new ConvolutionShape("Conv1D", new WindowAxis("steps", "KernelSize", "Strides")),
        new ConvolutionShape(
            "Conv2D", new WindowAxis("height", "KernelHeight", "StrideHeight"), new WindowAxis("width", "KernelWidth", "StrideWidth")),
        new CustomShape(),
        new DenseShape(),
        new DropoutShape(),
        new EmbeddingShape(),
        new FlattenShape(),
        new RecurrentShape("GRU"),
        new GlobalAveragePoolingShape("GlobalAveragePooling1D", "steps"),
        new InputShape(),
        new LayerNormalizationShape(),
        new RecurrentShape("LSTM"),
        new JoinShape(JoinKind.Maximum),
        new MaxPoolingShape("MaxPooling1D", new WindowAxis("steps", "PoolSize", "Strides")),
        new MaxPoolingShape(
            "MaxPooling2D", new WindowAxis("height", "PoolHeight", "StrideHeight"), new WindowAxis("width", "PoolWidth", "StrideWidth")),
        new JoinShape(JoinKind.Minimum),
        new JoinShape(JoinKind.Multiply),
        new NormalizationShape(),
        new RecurrentShape("SimpleRNN"),
        new JoinShape(JoinKind.Subtract),
    ];

    /// <summary>The kinds that are layers, in ordinal order.</summary>
    public static IEnumerable<string> LayerKinds => All.Select(s => s.Kind).Where(k => k != InputShape.InputKind);

    /// <summary>The kind's shapes; null where there is no such kind.</summary>
    public static LayerShape? Find(string kind) => Array.Find(All, s => s.Kind == kind);
}
