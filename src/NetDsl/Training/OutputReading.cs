using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace NetDsl.Training;

/// <summary>
/// How an output of a network is read, as Keras reads it for its accuracy: the class of the largest output after a softmax or its
/// logarithm, and for the losses of classes; the side of 0.5 for each unit after sigmoids, and for the losses of labels; the sign for each
/// unit for the losses of margins; and otherwise as values. Training, metrics and predictions all ask here.
/// </summary>
public sealed class OutputReading
{
    /// <summary>What an output stands for that takes no decision: one that is NaN, and a margin of 0, which is on no side.</summary>
    public const int Undecided = -1;

    private readonly Activation activation;

    /// <summary>Reads an output by its activation, its loss and its shape.</summary>
    /// <param name="output">What the output is, for example <see cref="NetworkSummary.MainOutput"/>.</param>
    public OutputReading(OutputSummary output)
    {
        ArgumentNullException.ThrowIfNull(output);
        this.activation = output.Activation;
        this.Kind = KindOf(output);
        bool isOfClasses = this.Kind == DecisionKind.LargestOfClasses;
        this.Width = isOfClasses ? output.Shape[^1] : 1;
        this.TargetsAreNumbers = output.Loss == Loss.SparseCategoricalCrossentropy;
        this.Decisions = this.Kind == DecisionKind.None ? 0 : output.Size / this.Width;
        this.Classes = this.Kind == DecisionKind.None ? 0 : isOfClasses ? this.Width : 2;
        this.IsProbability = AreProbabilities(output, this.Kind);
    }

    /// <summary>How outputs become decisions.</summary>
    public DecisionKind Kind { get; }

    /// <summary>The number of decisions that an answer holds; 0 where it holds values.</summary>
    public int Decisions { get; }

    /// <summary>The number of classes that a decision is between: 2 for a single unit, 0 for values.</summary>
    public int Classes { get; }

    /// <summary>The number of outputs that a decision is taken from: one for each class, or one unit.</summary>
    public int Width { get; }

    /// <summary>Whether a class is given by its number, and not by one target for each class.</summary>
    public bool TargetsAreNumbers { get; }

    /// <summary>
    /// Whether outputs are probabilities or, after a <see cref="Activation.LogSoftmax"/>, their logarithms; scores have their order alone.
    /// </summary>
    public bool IsProbability { get; }

    /// <summary>Whether outputs are logarithms of probabilities.</summary>
    public bool IsLogarithm => this.activation == Activation.LogSoftmax;

    /// <summary>A unit above it stands for the second of two classes: 0.5, or 0 for margins.</summary>
    public double Threshold => this.Kind == DecisionKind.Sign ? 0 : 0.5;

    /// <summary>
    /// The class that a decision is for, or <see cref="Undecided"/>. Of equal outputs the first is the larger; 0.5 itself is the first of
    /// two.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">Those of one decision, <see cref="Width"/> of them.</param>
    public int Decide<T>(ReadOnlySpan<T> outputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (this.Kind != DecisionKind.LargestOfClasses)
        {
            return SideOf(outputs[0], T.CreateTruncating(this.Threshold), this.Kind == DecisionKind.Sign);
        }

        int largest = TensorPrimitives.IndexOfMax(outputs);
        return T.IsNaN(outputs[largest]) ? Undecided : largest;
    }

    /// <summary>The class that targets name. A label 0 or -1 is the first of two, and 1 the second.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="targets">Those of one decision: <see cref="Width"/> of them, or the number of the class.</param>
    public int ClassOf<T>(ReadOnlySpan<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T> => this.Kind switch
        {
            DecisionKind.LargestOfClasses when targets.Length > 1 => TensorPrimitives.IndexOfMax(targets),
            DecisionKind.LargestOfClasses => int.CreateTruncating(targets[0]),
            _ => targets[0] > T.CreateTruncating(this.Threshold) ? 1 : 0,
        };

    /// <summary>Writes the probability of each class where outputs tell it.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">Those of one decision, <see cref="Width"/> of them.</param>
    /// <param name="probabilities">Room for <see cref="Classes"/> values.</param>
    /// <exception cref="InvalidOperationException">Outputs are scores or values: see <see cref="IsProbability"/>.</exception>
    public void Probabilities<T>(ReadOnlySpan<T> outputs, Span<double> probabilities)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!this.IsProbability)
        {
            throw new InvalidOperationException("These outputs are no probabilities.");
        }

        if (this.Kind != DecisionKind.LargestOfClasses)
        {
            probabilities[1] = double.CreateTruncating(outputs[0]);
            probabilities[0] = 1 - probabilities[1];
            return;
        }

        TensorPrimitives.ConvertTruncating(outputs, probabilities);
        if (this.IsLogarithm)
        {
            TensorPrimitives.Exp(probabilities[..outputs.Length], probabilities);
        }
    }

    /// <summary>The number of right decisions.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">Those of any number of decisions.</param>
    /// <param name="targets">Theirs.</param>
    internal int CountRight<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (this.Kind != DecisionKind.LargestOfClasses)
        {
            return CountSides(outputs, targets, T.CreateTruncating(this.Threshold), this.Kind == DecisionKind.Sign);
        }

        int decisions = outputs.Length / this.Width;
        int targetWidth = targets.Length / decisions;
        int right = 0;
        for (int i = 0; i < decisions; i++)
        {
            int decided = this.Decide(outputs.Slice(i * this.Width, this.Width));
            right += decided == this.ClassOf(targets.Slice(i * targetWidth, targetWidth)) ? 1 : 0;
        }

        return right;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SideOf<T>(T unit, T threshold, bool isSign)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        unit > threshold ? 1 : unit < threshold || (unit == threshold && !isSign) ? 0 : Undecided;

    // There may be as many units as an image has pixels, in every step of a training.
    private static int CountSides<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, T threshold, bool isSign)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int right = 0;
        for (int i = 0; i < outputs.Length; i++)
        {
            right += SideOf(outputs[i], threshold, isSign) == (targets[i] > threshold ? 1 : 0) ? 1 : 0;
        }

        return right;
    }

    private static DecisionKind KindOf(OutputSummary output)
    {
        switch (output.Loss)
        {
            case Loss.SparseCategoricalCrossentropy:
                return DecisionKind.LargestOfClasses;
            case Loss.CategoricalCrossentropy or Loss.CategoricalFocalCrossentropy or Loss.CategoricalHinge when output.Shape[^1] > 1:
                return DecisionKind.LargestOfClasses;
            case Loss.Hinge or Loss.SquaredHinge or Loss.Perceptron:
                return DecisionKind.Sign;
        }

        return output.Activation switch
        {
            Activation.Softmax or Activation.LogSoftmax => DecisionKind.LargestOfClasses,
            _ when output.Loss is Loss.BinaryCrossentropy or Loss.BinaryFocalCrossentropy => DecisionKind.SideOfOneHalf,

            // Several sigmoids trained on squared errors are values between 0 and 1, such as the pixels of an image.
            Activation.Sigmoid or Activation.HardSigmoid when output.Size == 1 => DecisionKind.SideOfOneHalf,
            Activation.Step => DecisionKind.SideOfOneHalf,
            Activation.Sign => DecisionKind.Sign,
            _ => DecisionKind.None,
        };
    }

    // A layer that only moves values, such as a flattening one, has no activation; a loss of probabilities then says what they are.
    private static bool AreProbabilities(OutputSummary output, DecisionKind kind) => kind switch
    {
        DecisionKind.LargestOfClasses => output.Activation switch
        {
            Activation.Softmax or Activation.LogSoftmax => true,
            Activation.Linear => output.Loss != Loss.CategoricalHinge,
            _ => false,
        },
        DecisionKind.SideOfOneHalf => output.Activation != Activation.Step,
        _ => false,
    };
}
