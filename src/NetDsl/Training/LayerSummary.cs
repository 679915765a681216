namespace NetDsl.Training;

/// <summary>One row of a network's summary.</summary>
/// <param name="Name">The layer's name, <c>conv2d_0</c>.</param>
/// <param name="Kind">The layer's kind, <c>Conv2D</c>.</param>
/// <param name="OutputShape">The extents of one sample's output.</param>
/// <param name="Parameters">The number of values of its parameters, those that are not trained among them.</param>
/// <param name="Flops">Floating-point operations of one sample's forward pass, a multiplication and an addition counted as two.</param>
public sealed record LayerSummary(string Name, string Kind, IReadOnlyList<int> OutputShape, long Parameters, long Flops)
{
    /// <summary>The extents of one sample's output: an array, which PowerShell indexes too.</summary>
    public IReadOnlyList<int> OutputShape { get; init; } = OutputShape.ToArray();

    /// <summary>How many of <see cref="Parameters"/> the optimiser does not change: statistics of the data.</summary>
    public long NonTrainableParameters { get; init; }

    /// <summary>
    /// The name of the input whose mean and variance the layer learns before training; null for all but such a Normalization.
    /// </summary>
    public string? AdaptsTo { get; init; }

    /// <summary>
    /// The names of the layers and inputs that feed it; null where that is the layer above it, and for the first layer the only input.
    /// </summary>
    public IReadOnlyList<string>? FedBy { get; init; }
}
