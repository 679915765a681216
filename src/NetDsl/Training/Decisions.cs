using System.Numerics;
using System.Numerics.Tensors;

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
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int right = 0;
        if (this.activation == Activation.Softmax)
        {
            for (int first = 0; first < outputs.Length; first += this.classes)
            {
                int decided = TensorPrimitives.IndexOfMax(outputs.Slice(first, this.classes));
                right += decided == TensorPrimitives.IndexOfMax(targets.Slice(first, this.classes)) ? 1 : 0;
            }

            return right;
        }

        T threshold = T.CreateTruncating(0.5);
        for (int i = 0; i < outputs.Length; i++)
        {
            right += (outputs[i] > threshold) == (targets[i] > threshold) ? 1 : 0;
        }

        return right;
    }
}
