namespace NetDsl.Generators.Shapes.Layers;

/// <summary>The kinds of layers there are. A new layer is added here, and nowhere else for its shapes.</summary>
internal static class LayerShapes
{
    private static readonly WindowAxis[] Steps = [new("steps", "KernelSize", "Strides", "DilationRate")];

    private static readonly WindowAxis[] Image =
    [
        new("height", "KernelHeight", "StrideHeight", "DilationHeight"), new("width", "KernelWidth", "StrideWidth", "DilationWidth"),
    ];

    private static readonly WindowAxis[] Volume = [new("depth", "KernelDepth", "StrideDepth", "DilationDepth"), .. Image];

    private static readonly LayerShape[] All =
    [
        new ActivationShape("Activation"),
        new ActivationShape("ELU"),
        new ActivationShape("GELU"),
        new ActivationShape("LeakyReLU"),
        new ActivationShape("ReLU"),
        new ActivationShape("Softmax"),
        new PReLUShape(),
        new JoinShape(JoinKind.Add),
        new JoinShape(JoinKind.Average),
        new BatchNormalizationShape(),
        new ConcatenateShape(),
        new ConvolutionShape("Conv1D", isCausalAllowed: true, Steps),
        new TransposedConvolutionShape("Conv1DTranspose", ["OutputPadding"], Steps),
        new ConvolutionShape("Conv2D", isCausalAllowed: false, Image),
        new TransposedConvolutionShape("Conv2DTranspose", ["OutputPaddingHeight", "OutputPaddingWidth"], Image),
        new ConvolutionShape("Conv3D", isCausalAllowed: false, Volume),
        new CustomShape(),
        new DenseShape(),
        new DepthwiseConvolutionShape("DepthwiseConv1D", Steps),
        new DepthwiseConvolutionShape("DepthwiseConv2D", Image),
        new EmbeddingShape(),
        new FlattenShape(),
        new RecurrentShape("GRU"),
        new InputShape(),
        new LayerNormalizationShape(),
        new RecurrentShape("LSTM"),
        new JoinShape(JoinKind.Maximum),
        new JoinShape(JoinKind.Minimum),
        new JoinShape(JoinKind.Multiply),
        new NormalizationShape(),
        new RecurrentShape("SimpleRNN"),
        new SeparableConvolutionShape("SeparableConv1D", Steps),
        new SeparableConvolutionShape("SeparableConv2D", Image),
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
