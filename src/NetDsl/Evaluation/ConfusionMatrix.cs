using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using System.Text;

namespace NetDsl.Evaluation;

/// <summary>How many samples of each class were taken for each class.</summary>
public sealed class ConfusionMatrix
{
    private const string Corner = "actual \\ predicted";

    private readonly long[] counts;

    private ConfusionMatrix(IReadOnlyList<string> classes)
    {
        if (classes.Count < 2)
        {
            throw new ArgumentException($"A confusion matrix needs at least two classes; there are {classes.Count}.", nameof(classes));
        }

        this.Classes = [.. classes];
        this.counts = new long[classes.Count * classes.Count];
    }

    /// <summary>The names of the classes.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The number of samples.</summary>
    public long Total => this.counts.Sum();

    /// <summary>The share of samples that were taken for what they are.</summary>
    public double Accuracy => Enumerable.Range(0, this.Classes.Count).Sum(i => this[i, i]) / (double)this.Total;

    /// <summary>The number of samples of one class that were taken for another, or for what they are.</summary>
    /// <param name="actual">The class they belong to, from 0.</param>
    /// <param name="predicted">The class they were taken for, from 0.</param>
    public long this[int actual, int predicted]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)actual, (uint)this.Classes.Count, nameof(actual));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)predicted, (uint)this.Classes.Count, nameof(predicted));
            return this.counts[(actual * this.Classes.Count) + predicted];
        }
    }

    /// <summary>Counts samples with one output for each class, of which the largest decides.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">[samples, classes]; at least one sample.</param>
    /// <param name="targets">[samples, classes], one-hot.</param>
    /// <param name="classes">The names of the classes, at least two.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or an output is NaN.</exception>
    public static ConfusionMatrix Categorical<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, IReadOnlyList<string> classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ConfusionMatrix matrix = new(classes);
        int size = classes.Count;
        EvaluationChecks.Lengths(outputs.Length, targets.Length, size);
        for (int first = 0; first < outputs.Length; first += size)
        {
            int predicted = TensorPrimitives.IndexOfMax(outputs.Slice(first, size));
            RefuseNaN(outputs[first + predicted], first / size);
            matrix.counts[(TensorPrimitives.IndexOfMax(targets.Slice(first, size)) * size) + predicted]++;
        }

        return matrix;
    }

    /// <summary>Counts samples with one output, which stands for the second of two classes where it is above 0.5.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">At least one value.</param>
    /// <param name="targets">As many values, 0 or 1.</param>
    /// <param name="classes">The names of the two classes.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, there are not two classes, or an output is NaN.</exception>
    public static ConfusionMatrix Binary<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, IReadOnlyList<string> classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ConfusionMatrix matrix = new(classes);
        if (classes.Count != 2)
        {
            throw new ArgumentException($"One output tells two classes apart; there are {classes.Count}.", nameof(classes));
        }

        EvaluationChecks.Lengths(outputs.Length, targets.Length, 1);
        T threshold = T.CreateTruncating(0.5);
        for (int i = 0; i < outputs.Length; i++)
        {
            RefuseNaN(outputs[i], i);
            matrix.counts[(targets[i] > threshold ? 2 : 0) + (outputs[i] > threshold ? 1 : 0)]++;
        }

        return matrix;
    }

    /// <summary>A table with a row for each actual class and a column for each predicted one.</summary>
    public override string ToString()
    {
        int size = this.Classes.Count;
        int first = Math.Max(Corner.Length, this.Classes.Max(name => name.Length));
        StringBuilder text = new();
        text.Append(Corner.PadRight(first));
        int[] widths = new int[size];
        for (int column = 0; column < size; column++)
        {
            widths[column] = 2 + Enumerable.Range(0, size).Max(row => Math.Max(this.Classes[column].Length, Cell(row, column).Length));
            text.Append(this.Classes[column].PadLeft(widths[column]));
        }

        for (int row = 0; row < size; row++)
        {
            text.Append('\n').Append(this.Classes[row].PadRight(first));
            for (int column = 0; column < size; column++)
            {
                text.Append(Cell(row, column).PadLeft(widths[column]));
            }
        }

        return text.ToString();

        string Cell(int row, int column) => this[row, column].ToString(CultureInfo.InvariantCulture);
    }

    private static void RefuseNaN<T>(T output, int sample)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (T.IsNaN(output))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The output of sample {sample} is NaN and stands for no class. Has the training diverged?"));
        }
    }
}
