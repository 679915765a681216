using System.Globalization;
using System.Numerics;

namespace NetDsl.Evaluation;

/// <summary>
/// Outputs with a column for each class or label, each column to be ranked against what is true of it: multi-class as one against the
/// rest, and several labels at once.
/// </summary>
internal sealed class ClassColumns
{
    private readonly int columns;
    private readonly double[] outputs;
    private readonly bool[] isPositive;
    private readonly double[] weights;

    private ClassColumns(int columns, double[] outputs, bool[] isPositive, double[] weights)
    {
        this.columns = columns;
        this.outputs = outputs;
        this.isPositive = isPositive;
        this.weights = weights;
    }

    /// <summary>Samples that each belong to one class.</summary>
    public static ClassColumns OfClasses<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int classes, ReadOnlySpan<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] actual = ClassTargets.Read(outputs.Length, targets, classes);
        bool[] isPositive = new bool[outputs.Length];
        for (int sample = 0; sample < actual.Length; sample++)
        {
            isPositive[(sample * classes) + actual[sample]] = true;
        }

        return new ClassColumns(
            classes, EvaluationChecks.Finite(outputs, "output"), isPositive, EvaluationChecks.Weights(weights, actual.Length));
    }

    /// <summary>Samples that each have any number of labels.</summary>
    public static ClassColumns OfLabels<T>(ReadOnlySpan<T> outputs, ReadOnlySpan<T> targets, int labels, ReadOnlySpan<T> weights)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        EvaluationChecks.Lengths(outputs.Length, targets.Length, labels);
        return new ClassColumns(
            labels,
            EvaluationChecks.Finite(outputs, "output"),
            EvaluationChecks.Labels(targets),
            EvaluationChecks.Weights(weights, outputs.Length / labels));
    }

    /// <summary>What a function makes of each column.</summary>
    /// <typeparam name="TResult">The result of a column.</typeparam>
    /// <param name="function">Of a column's ranking.</param>
    public IEnumerable<TResult> Each<TResult>(Func<ScoreRanking, TResult> function)
    {
        for (int column = 0; column < this.columns; column++)
        {
            yield return Named(column, function, this.Rank(column));
        }
    }

    /// <summary>One figure of all columns.</summary>
    /// <param name="function">The figure of a column's ranking.</param>
    /// <param name="averaging">How the columns' figures become one.</param>
    public double Average(Func<ScoreRanking, double> function, Averaging averaging)
    {
        if (averaging == Averaging.Micro)
        {
            double[] repeated = new double[this.outputs.Length];
            for (int i = 0; i < repeated.Length; i++)
            {
                repeated[i] = this.weights[i / this.columns];
            }

            return function(ScoreRanking.Of(this.outputs, this.isPositive, repeated));
        }

        double sum = 0;
        double total = 0;
        for (int column = 0; column < this.columns; column++)
        {
            ScoreRanking ranking = this.Rank(column);
            double weight = averaging == Averaging.Macro ? 1 : ranking.Count == 0 ? 0 : ranking.TruePositives[^1];
            sum += weight * Named(column, function, ranking);
            total += weight;
        }

        return sum / total;
    }

    private static TResult Named<TResult>(int column, Func<ScoreRanking, TResult> function, ScoreRanking ranking)
    {
        try
        {
            return function(ranking);
        }
        catch (ArgumentException error)
        {
            throw new ArgumentException(
                $"Class {column.ToString(CultureInfo.InvariantCulture)} against the others: {error.Message}", error);
        }
    }

    private ScoreRanking Rank(int column)
    {
        bool[] ofColumn = new bool[this.weights.Length];
        for (int sample = 0; sample < ofColumn.Length; sample++)
        {
            ofColumn[sample] = this.isPositive[(sample * this.columns) + column];
        }

        return ScoreRanking.Of(ClassTargets.Column(this.outputs, this.columns, column), ofColumn, this.weights);
    }
}
