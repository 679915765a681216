namespace NetDsl.Training;

/// <summary>What a generated network says of one of its parameters.</summary>
/// <param name="Name">LAYER/kernel, LAYER/bias ...</param>
/// <param name="Shape">The extents, for example [kernel height, kernel width, channels, filters].</param>
/// <param name="Layout">Where the elements lie.</param>
/// <param name="Initializer">How they are filled before training.</param>
/// <param name="FanIn">The terms that flow into a unit.</param>
/// <param name="FanOut">The terms that flow out of a unit.</param>
public sealed record ParameterDefinition(
    string Name, IReadOnlyList<int> Shape, ParameterLayout Layout, Initializer Initializer, int FanIn, int FanOut)
{
    /// <summary>
    /// Whether the optimiser changes it. One that it does not change, such as a mean learnt from the data, has a gradient of zero, lies
    /// after all that are trained, and is saved and loaded like them.
    /// </summary>
    public bool IsTrainable { get; init; } = true;

    /// <summary>
    /// The values that the declaration gives it, in place of those of the initialiser; one stands for all. Otherwise null.
    /// </summary>
    public IReadOnlyList<double>? InitialValues { get; init; }

    /// <summary>The half-width, standard deviation or gain that the initialiser was given; null for its default.</summary>
    public double? InitializerScale { get; init; }

    /// <summary>The middle of the initialiser's distribution.</summary>
    public double InitializerMean { get; init; }

    /// <summary>What is added to the loss for each unit of the sum of magnitudes.</summary>
    public double RegularizerL1 { get; init; }

    /// <summary>What is added to the loss for each unit of the sum of squares.</summary>
    public double RegularizerL2 { get; init; }

    /// <summary>
    /// The largest norm of each column of its matrix of rows by columns; of all values together for a parameter of one dimension.
    /// </summary>
    public double MaxNorm { get; init; } = double.PositiveInfinity;

    /// <summary>The first of the elements that begin at 1 whatever the initialiser says: the bias of a forget gate.</summary>
    public int OnesFrom { get; init; }

    /// <summary>One past the last of them.</summary>
    public int OnesTo { get; init; }
}
