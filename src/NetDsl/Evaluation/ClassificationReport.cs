using System.Globalization;
using System.Numerics;
using System.Text;

namespace NetDsl.Evaluation;

/// <summary>
/// Precision, recall and F-beta of each class and their averages: scikit-learn's precision_recall_fscore_support and classification_report,
/// Keras's Precision, Recall, F1Score and FBetaScore.
/// </summary>
/// <remarks>
/// All are ratios of sums of weights, which may be negative: a ratio may then leave 0 to 1. It is 0 where what it is divided by is zero or
/// below, as scikit-learn's zero_division says of zero. Every class counts in the macro average, those without samples too.
/// </remarks>
public sealed class ClassificationReport
{
    private ClassificationReport(string[] names, double[] hits, double[] predicted, double[] actual, double beta)
    {
        if (!(beta > 0 && double.IsFinite(beta)))
        {
            throw new ArgumentOutOfRangeException(nameof(beta), beta, "Beta, by which recall counts more than precision, is above zero.");
        }

        this.Beta = beta;
        this.Classes = names.Select((name, i) => Score(name, hits[i], predicted[i], actual[i], beta)).ToArray();
        this.Micro = Score("micro average", hits.Sum(), predicted.Sum(), actual.Sum(), beta);
        this.Macro = Mean("macro average", this.Classes, _ => 1, this.Micro.Support);
        this.Weighted = Mean("weighted average", this.Classes, score => score.Support, this.Micro.Support);
    }

    /// <summary>How many times as much recall counts as precision in <see cref="ClassScore.FBeta"/>; 1 for F1.</summary>
    public double Beta { get; }

    /// <summary>Each class. For two classes scikit-learn's average="binary" is the second of them.</summary>
    public IReadOnlyList<ClassScore> Classes { get; }

    /// <summary>The mean over the classes, each counted alike.</summary>
    public ClassScore Macro { get; }

    /// <summary>All decisions together; where each sample has one class, all three are the accuracy.</summary>
    public ClassScore Micro { get; }

    /// <summary>The mean over the classes, each counted by its support.</summary>
    public ClassScore Weighted { get; }

    /// <summary>One of the averages.</summary>
    /// <param name="averaging">Which.</param>
    public ClassScore this[Averaging averaging] => averaging switch
    {
        Averaging.Macro => this.Macro,
        Averaging.Micro => this.Micro,
        Averaging.Weighted => this.Weighted,
        _ => throw new ArgumentOutOfRangeException(nameof(averaging), averaging, "Unknown average."),
    };

    /// <summary>The report of samples that each belong to one class, by their weights in a confusion matrix.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="beta">How many times as much recall counts as precision; above zero.</param>
    public static ClassificationReport Of(ConfusionMatrix matrix, double beta = 1)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        IEnumerable<int> classes = Enumerable.Range(0, matrix.Classes.Count);
        return new ClassificationReport(
            [.. matrix.Classes],
            [.. classes.Select(i => matrix.Weight(i, i))],
            [.. classes.Select(matrix.PredictedWeight)],
            [.. classes.Select(matrix.ActualWeight)],
            beta);
    }

    /// <summary>The report of samples that each have any number of labels.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="outputs">[samples, labels].</param>
    /// <param name="targets">[samples, labels], 0 and 1, or -1 and 1.</param>
    /// <param name="labels">The names of the labels, at least one.</param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <param name="beta">How many times as much recall counts as precision; above zero.</param>
    /// <param name="threshold">A label is given where its output is above: 0.5 for probabilities, 0 for weighted sums and margins.</param>
    /// <exception cref="ArgumentException">Lengths differ, a value is not finite, or a target is another number.</exception>
    public static ClassificationReport MultiLabel<T>(
        ReadOnlySpan<T> outputs,
        ReadOnlySpan<T> targets,
        IReadOnlyList<string> labels,
        ReadOnlySpan<T> weights = default,
        double beta = 1,
        double threshold = 0.5)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(labels);
        EvaluationChecks.Lengths(outputs.Length, targets.Length, labels.Count);
        double[] values = EvaluationChecks.Finite(outputs, "output");
        bool[] isActual = EvaluationChecks.Labels(targets);
        double[] weightOf = EvaluationChecks.Weights(weights, values.Length / labels.Count);
        double[] hits = new double[labels.Count];
        double[] predicted = new double[labels.Count];
        double[] actual = new double[labels.Count];
        for (int i = 0; i < values.Length; i++)
        {
            (int sample, int label) = Math.DivRem(i, labels.Count);
            bool isPredicted = values[i] > threshold;
            predicted[label] += isPredicted ? weightOf[sample] : 0;
            actual[label] += isActual[i] ? weightOf[sample] : 0;
            hits[label] += isPredicted && isActual[i] ? weightOf[sample] : 0;
        }

        return new ClassificationReport([.. labels], hits, predicted, actual, beta);
    }

    /// <summary>A table with a row for each class and each average.</summary>
    public override string ToString()
    {
        ClassScore[] rows = [.. this.Classes, this.Micro, this.Macro, this.Weighted];
        int first = rows.Max(row => row.Name.Length);
        string f = this.Beta == 1 ? "F1" : string.Create(CultureInfo.InvariantCulture, $"F{this.Beta:G4}");
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{new string(' ', first)}  precision  recall  {f,6}  {"support",9}");
        foreach (ClassScore row in rows)
        {
            text.Append('\n').Append(row.Name.PadRight(first));
            text.Append(CultureInfo.InvariantCulture, $"  {row.Precision,9:F4}  {row.Recall,6:F4}  {row.FBeta,6:F4}  {row.Support,9:G7}");
        }

        return text.ToString();
    }

    // F = (1 + b^2) hits / (b^2 actual + predicted), which is (1 + b^2) p r / (b^2 p + r) without the case of both being zero
    // (van Rijsbergen, Information Retrieval, 1979, chapter 7).
    private static ClassScore Score(string name, double hits, double predicted, double actual, double beta)
    {
        double square = beta * beta;
        return new ClassScore(
            name, Ratio(hits, predicted), Ratio(hits, actual), Ratio((1 + square) * hits, (square * actual) + predicted), actual);
    }

    private static ClassScore Mean(string name, IReadOnlyList<ClassScore> scores, Func<ClassScore, double> share, double support)
    {
        double total = scores.Sum(share);
        return new ClassScore(
            name,
            Ratio(scores.Sum(score => share(score) * score.Precision), total),
            Ratio(scores.Sum(score => share(score) * score.Recall), total),
            Ratio(scores.Sum(score => share(score) * score.FBeta), total),
            support);
    }

    private static double Ratio(double part, double whole) => whole > 0 ? part / whole : 0;
}
