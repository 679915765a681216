using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using System.Text;

namespace NetDsl.Evaluation;

/// <summary>
/// How many samples of each class were taken for each class, and what they weigh. Weights may be negative, as those of event generators
/// are; a cell may then weigh less than nothing, but all samples together must weigh more.
/// </summary>
public sealed class ConfusionMatrix
{
    private const string Corner = "actual \\ predicted";

    private readonly long[] counts;
    private readonly double[] weights;

    private ConfusionMatrix(IReadOnlyList<string> classes)
    {
        if (classes.Count < 2)
        {
            throw new ArgumentException($"A confusion matrix needs at least two classes; there are {classes.Count}.", nameof(classes));
        }

        this.Classes = classes.ToArray();
        this.counts = new long[classes.Count * classes.Count];
        this.weights = new double[classes.Count * classes.Count];
    }

    /// <summary>The names of the classes.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The number of samples.</summary>
    public long Total => this.counts.Sum();

    /// <summary>What all samples weigh: their number where no weights were given.</summary>
    public double TotalWeight => this.weights.Sum();

    /// <summary>The share of samples that were taken for what they are, by weight.</summary>
    public double Accuracy => Enumerable.Range(0, this.Classes.Count).Sum(i => this.Weight(i, i)) / this.TotalWeight;

    /// <summary>The number of samples of one class that were taken for another, or for what they are.</summary>
    /// <param name="actual">The class they belong to, from 0.</param>
    /// <param name="predicted">The class they were taken for, from 0.</param>
    public long this[int actual, int predicted] => this.counts[this.Cell(actual, predicted)];

    /// <summary>Counts samples with one output for each class, of which the largest decides.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">[samples, classes]; at least one sample.</param>
    /// <param name="targets">[samples, classes], one-hot or shares, the largest of which counts; or [samples], class numbers.</param>
    /// <param name="classes">The names of the classes, at least two.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <exception cref="ArgumentException">
    /// The lengths do not fit, an output is NaN, a target is no class, or the weights do not sum to more than zero.
    /// </exception>
    public static ConfusionMatrix Categorical<T>(
        ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, IReadOnlyList<string> classes, ReadOnlySpan<T> weights = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ConfusionMatrix matrix = new(classes);
        int size = classes.Count;
        int[] actual = ClassTargets.Read(outputs.Length, targets, size);
        double[] weightOf = WeightsOf(weights, actual.Length);
        for (int sample = 0; sample < actual.Length; sample++)
        {
            int predicted = TensorPrimitives.IndexOfMax(outputs.Slice(sample * size, size));
            RefuseNaN(outputs[(sample * size) + predicted], sample);
            matrix.Count(actual[sample], predicted, weightOf[sample]);
        }

        return matrix;
    }

    /// <summary>Counts samples with one output, which stands for the second of two classes where it is above a threshold.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">At least one value.</param>
    /// <param name="targets">As many values, 0 and 1, or -1 and 1; those above 0.5 are of the second class.</param>
    /// <param name="classes">The names of the two classes.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <param name="threshold">0.5 for probabilities, 0 for weighted sums and margins.</param>
    /// <exception cref="ArgumentException">
    /// The lengths do not fit, there are not two classes, an output is NaN, or the weights do not sum to more than zero.
    /// </exception>
    public static ConfusionMatrix Binary<T>(
        ReadOnlySpan<T> outputs,
        ReadOnlySpan<T> targets,
        IReadOnlyList<string> classes,
        ReadOnlySpan<T> weights = default,
        double threshold = 0.5)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ConfusionMatrix matrix = new(classes);
        if (classes.Count != 2)
        {
            throw new ArgumentException($"One output tells two classes apart; there are {classes.Count}.", nameof(classes));
        }

        EvaluationChecks.Lengths(outputs.Length, targets.Length, 1);
        double[] weightOf = WeightsOf(weights, outputs.Length);
        T bound = T.CreateTruncating(threshold);
        T half = T.CreateTruncating(0.5);
        for (int i = 0; i < outputs.Length; i++)
        {
            RefuseNaN(outputs[i], i);
            matrix.Count(targets[i] > half ? 1 : 0, outputs[i] > bound ? 1 : 0, weightOf[i]);
        }

        return matrix;
    }

    /// <summary>What the samples of one class weigh that were taken for another, or for what they are.</summary>
    /// <param name="actual">The class they belong to, from 0.</param>
    /// <param name="predicted">The class they were taken for, from 0.</param>
    public double Weight(int actual, int predicted) => this.weights[this.Cell(actual, predicted)];

    /// <summary>The matrix by weight, as shares; 0 where there is nothing to divide by.</summary>
    /// <param name="normalization">Of what they are shares.</param>
    /// <returns>[actual, predicted].</returns>
    public double[,] Normalize(ConfusionNormalization normalization)
    {
        int size = this.Classes.Count;
        double[,] shares = new double[size, size];
        for (int actual = 0; actual < size; actual++)
        {
            for (int predicted = 0; predicted < size; predicted++)
            {
                double whole = normalization switch
                {
                    ConfusionNormalization.Actual => this.ActualWeight(actual),
                    ConfusionNormalization.Predicted => this.PredictedWeight(predicted),
                    ConfusionNormalization.All => this.TotalWeight,
                    _ => throw new ArgumentOutOfRangeException(nameof(normalization), normalization, "Unknown normalisation."),
                };
                shares[actual, predicted] = whole == 0 ? 0 : this.Weight(actual, predicted) / whole;
            }
        }

        return shares;
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
            widths[column] = 2 + Enumerable.Range(0, size).Max(row => Math.Max(this.Classes[column].Length, Text(row, column).Length));
            text.Append(this.Classes[column].PadLeft(widths[column]));
        }

        for (int row = 0; row < size; row++)
        {
            text.Append('\n').Append(this.Classes[row].PadRight(first));
            for (int column = 0; column < size; column++)
            {
                text.Append(Text(row, column).PadLeft(widths[column]));
            }
        }

        return text.ToString();

        string Text(int row, int column) => this[row, column].ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>What the samples of a class weigh.</summary>
    internal double ActualWeight(int actual) => Enumerable.Range(0, this.Classes.Count).Sum(predicted => this.Weight(actual, predicted));

    /// <summary>What the samples weigh that were taken for a class.</summary>
    internal double PredictedWeight(int predicted) => Enumerable.Range(0, this.Classes.Count).Sum(actual => this.Weight(actual, predicted));

    private static double[] WeightsOf<T>(ReadOnlySpan<T> weights, int samples)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] checkedWeights = EvaluationChecks.Weights(weights, samples);
        EvaluationChecks.Total(checkedWeights, "the samples");
        return checkedWeights;
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

    private void Count(int actual, int predicted, double weight)
    {
        int cell = this.Cell(actual, predicted);
        this.counts[cell]++;
        this.weights[cell] += weight;
    }

    private int Cell(int actual, int predicted)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)actual, (uint)this.Classes.Count, nameof(actual));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)predicted, (uint)this.Classes.Count, nameof(predicted));
        return (actual * this.Classes.Count) + predicted;
    }
}
