using System.Numerics;
using System.Numerics.Tensors;
using NetDsl.Evaluation;

namespace NetDsl.Training;

/// <summary>
/// How the outputs of a network are read as decisions: the class of the largest output after a softmax or its logarithm, and for the losses of
/// classes; the side of 0.5 for each unit after sigmoids; the sign for each unit for the losses of margins. Keras's categorical, sparse
/// categorical and binary accuracy are the fraction of them that are right. Each decision counts once, whatever the weight of its sample, as
/// Keras's metrics do unless they are declared weighted.
/// </summary>
internal readonly struct Decisions
{
    private readonly OutputSummary output;
    private readonly int answer;
    private readonly int target;
    private readonly int firstOutput;
    private readonly int firstTarget;
    private readonly int classes;
    private readonly DecisionKind kind;

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
        this.kind = KindOf(this.output);
        this.PerSample = this.kind switch
        {
            DecisionKind.None => 0,
            DecisionKind.LargestOfClasses or DecisionKind.LargestOfNumberedClasses => this.output.Size / this.classes,
            _ => this.output.Size,
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

    private static DecisionKind KindOf(OutputSummary output)
    {
        switch (output.Loss)
        {
            case Loss.SparseCategoricalCrossentropy:
                return DecisionKind.LargestOfNumberedClasses;
            case Loss.CategoricalCrossentropy or Loss.CategoricalFocalCrossentropy or Loss.CategoricalHinge
                when output.Activation != Activation.Sigmoid && output.Shape[^1] > 1:
                return DecisionKind.LargestOfClasses;
            case Loss.Hinge or Loss.SquaredHinge or Loss.Perceptron:
                return DecisionKind.Sign;
        }

        // Several sigmoids trained on squared errors are values between 0 and 1, such as the pixels of an image.
        bool isLabel = output.Size == 1 || output.Loss is Loss.BinaryCrossentropy or Loss.BinaryFocalCrossentropy;
        return output.Activation switch
        {
            Activation.Softmax or Activation.LogSoftmax => DecisionKind.LargestOfClasses,
            Activation.Sigmoid or Activation.HardSigmoid when isLabel => DecisionKind.SideOfOneHalf,
            Activation.Step => DecisionKind.SideOfOneHalf,
            Activation.Sign => DecisionKind.Sign,
            _ => DecisionKind.None,
        };
    }

    private static int CountNumbered<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int right = 0;
        for (int place = 0; place < targets.Length; place++)
        {
            ReadOnlySpan<T> row = outputs.Slice(place * classes, classes);
            int decided = TensorPrimitives.IndexOfMax(row);
            right += decided == int.CreateTruncating(targets[place]) && !T.IsNaN(row[decided]) ? 1 : 0;
        }

        return right;
    }

    // A label of 0 stands for -1; an output of 0, and one that is NaN, is on no side.
    private static int CountSigns<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int right = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            right += (targets[i] > T.Zero ? outputs[i] > T.Zero : outputs[i] < T.Zero) ? 1 : 0;
        }

        return right;
    }

    private int Count<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T> => this.kind switch
        {
            DecisionKind.LargestOfClasses => Accuracy.CountCategorical(outputs, targets, this.classes),
            DecisionKind.LargestOfNumberedClasses => CountNumbered(outputs, targets, this.classes),
            DecisionKind.Sign => CountSigns(outputs, targets),
            _ => Accuracy.CountBinary(outputs, targets),
        };
}
