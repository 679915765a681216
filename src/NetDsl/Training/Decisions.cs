using System.Numerics;
using NetDsl.Evaluation;

namespace NetDsl.Training;

/// <summary>
/// How the outputs of a network are read as decisions: after a softmax the most likely class, after sigmoids the side of 0.5 for each
/// unit. Keras's categorical and binary accuracy are the fraction of them that are right.
/// </summary>
internal readonly struct Decisions
{
    private readonly Activation activation;
    private readonly int classes;

    /// <summary>The decisions of a network.</summary>
    /// <param name="summary">What the network is.</param>
    public Decisions(NetworkSummary summary)
    {
        this.activation = summary.OutputActivation;
        this.classes = summary.OutputShape[^1];
        bool manyValues = summary.OutputSize > 1 && summary.Loss != Loss.BinaryCrossentropy;
        this.PerSample = summary.OutputActivation switch
        {
            Activation.Softmax => summary.OutputSize / this.classes,

            // Several sigmoids trained on squared errors are values between 0 and 1, such as the pixels of an image.
            Activation.Sigmoid when !manyValues => summary.OutputSize,
            _ => 0,
        };
    }

    /// <summary>The decisions a sample takes; 0 where outputs are values.</summary>
    public int PerSample { get; }

    /// <summary>The number of right decisions.</summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="outputs">[samples, output shape].</param>
    /// <param name="targets">[samples, output shape].</param>
    public int CountRight<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        this.activation == Activation.Softmax
            ? Accuracy.CountCategorical(outputs, targets, this.classes)
            : Accuracy.CountBinary(outputs, targets);
}
