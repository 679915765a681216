namespace NetDsl;

/// <summary>
/// Looks up a trained vector for each whole number. Input [...], whole numbers from 0 to inputDim - 1 in the element type of the network (one
/// within 1/64 of a whole number counts as it); output [..., outputDim]; embeddings [inputDim, outputDim]. Any other number is an
/// <see cref="ArgumentException"/> that says where it is, when the network meets it. No gradient flows to the numbers.
/// </summary>
/// <param name="inputDim">How many numbers there are, at least 1: one more than the largest.</param>
/// <param name="outputDim">The values of a vector, at least 1.</param>
/// <example><code>[Embedding(1000, 16)]</code></example>
public sealed class EmbeddingAttribute(int inputDim, int outputDim) : LayerAttribute
{
    /// <summary>How many numbers there are.</summary>
    public int InputDim { get; } = inputDim;

    /// <summary>The values of a vector.</summary>
    public int OutputDim { get; } = outputDim;

    /// <summary>How the vectors are filled before training.</summary>
    public Initializer EmbeddingsInitializer { get; set; } = Initializer.RandomUniform;

    /// <summary>As <see cref="KernelLayerAttribute.KernelInitializerScale"/>, for the vectors.</summary>
    public double EmbeddingsInitializerScale { get; set; } = double.NaN;

    /// <summary>As <see cref="KernelLayerAttribute.KernelInitializerMean"/>, for the vectors.</summary>
    public double EmbeddingsInitializerMean { get; set; }

    /// <summary>What is added to the loss for each unit of the sum of the vectors' magnitudes; 0 unless given.</summary>
    public double EmbeddingsRegularizerL1 { get; set; }

    /// <summary>What is added to the loss for each unit of the sum of the vectors' squares; 0 unless given.</summary>
    public double EmbeddingsRegularizerL2 { get; set; }

    /// <summary>The largest norm of each value's column over all vectors; above 0, none unless given.</summary>
    public double EmbeddingsMaxNorm { get; set; } = double.PositiveInfinity;
}
