using System.Numerics;
using NetDsl.Evaluation;

namespace NetDsl.Training;

/// <summary>
/// How the outputs of a network are read as decisions: after a softmax the most likely class, after sigmoids the side of 0.5 for each
/// unit. Keras's categorical and binary accuracy are the fraction of them that are right.
/// </summary>
internal readonly struct Decisions
{
    private readonly OutputSummary output;
    private readonly int answer;
    private readonly int target;
    private readonly int firstOutput;
    private readonly int firstTarget;
    private readonly int classes;

    /// <summary>The decisions of a network's main output.</summary>
    /// <param name="summary">What the network is.</param>
    public Decisions(NetworkSummary summary)
    {
        this.output = summary.MainOutput;
        this.answer = summary.OutputSize;
        this.target = summary.TargetSize;
        this.firstOutput = this.answer - this.output.Size;
        this.firstTarget = this.target - this.output.TargetSize;
        this.classes = this.output.Shape[^1];
        bool manyValues = this.output.Size > 1 && this.output.Loss != Loss.BinaryCrossentropy;
        this.PerSample = this.output.Activation switch
        {
            Activation.Softmax => this.output.Size / this.classes,

            // Several sigmoids trained on squared errors are values between 0 and 1, such as the pixels of an image.
            Activation.Sigmoid when !manyValues => this.output.Size,
            _ => 0,
        };
    }

    /// <summary>The decisions a sample takes; 0 where outputs are values.</summary>
    public int PerSample { get; }

    /// <summary>The number of right decisions.</summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="outputs">[samples, all outputs].</param>
    /// <param name="targets">[samples, all targets].</param>
    public int CountRight<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (this.firstOutput == 0)
        {
            return this.Count(outputs, targets);
        }

        int right = 0;
        for (int sample = 0; sample < outputs.Length / this.answer; sample++)
        {
            right += this.Count(
                outputs.Slice((sample * this.answer) + this.firstOutput, this.output.Size),
                targets.Slice((sample * this.target) + this.firstTarget, this.output.TargetSize));
        }

        return right;
    }

    private int Count<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        this.output.Activation == Activation.Softmax
            ? Accuracy.CountCategorical(outputs, targets, this.classes)
            : Accuracy.CountBinary(outputs, targets);
}
