using System.Numerics;
using NetDsl.Training;

namespace NetDsl.Evaluation;

/// <summary>All metrics by name, and their figures for a network's answers.</summary>
/// <example>
/// <code>
/// float[] outputs = trainer.Predict(test);
/// foreach (MetricDescription description in Metrics.For(network.Summary.MainOutput))
/// {
///     double figure = Metrics.Evaluate&lt;float&gt;(description.Metric, network.Summary, outputs, test.AllTargets);
///     Console.WriteLine($"{description.Metric} {figure:F4}: {description.Description}");
/// }
/// </code>
/// </example>
public static class Metrics
{
    /// <summary>Every metric that is one figure.</summary>
    public static IReadOnlyList<MetricDescription> All { get; } =
    [
        new(Metric.Accuracy, "The share of right decisions, of whichever kind the network takes.", true, OutputKinds.Decisions),
        new(
            Metric.BinaryAccuracy,
            "The share of outputs on the same side of 0.5 as their target.",
            true,
            OutputKinds.Binary | OutputKinds.MultiLabel),
        new(
            Metric.CategoricalAccuracy,
            "The share of samples whose largest output is that of their class; sparse where targets are class numbers.",
            true,
            OutputKinds.OutputPerClass),
        new(
            Metric.TopKCategoricalAccuracy,
            "The share of samples whose class is among those of the k largest outputs; sparse where targets are class numbers.",
            true,
            OutputKinds.OutputPerClass),
        new(Metric.Precision, "Of the samples taken for a class, the share that is of it.", true, OutputKinds.Decisions),
        new(Metric.Recall, "Of the samples of a class, the share that is taken for it.", true, OutputKinds.Decisions),
        new(Metric.F1Score, "The harmonic mean of precision and recall.", true, OutputKinds.Decisions),
        new(
            Metric.FBetaScore,
            "The harmonic mean of precision and recall, recall counting beta times as much.",
            true,
            OutputKinds.Decisions),
        new(
            Metric.RocAuc,
            "The area under the ROC curve: how often a positive sample scores higher than a negative one.",
            true,
            OutputKinds.Score | OutputKinds.Labels),
        new(Metric.RocAucOneVsOne, "The area under the ROC curve, averaged over pairs of classes.", true, OutputKinds.OutputPerClass),
        new(
            Metric.AveragePrecision,
            "The precision averaged over the recall gained at each threshold.",
            true,
            OutputKinds.Score | OutputKinds.Labels),
        new(
            Metric.SignalEfficiency,
            "The share of the signal kept where a given share of the background is rejected.",
            true,
            OutputKinds.Score),
        new(
            Metric.BackgroundRejection,
            "The share of the background rejected where a given share of the signal is kept.",
            true,
            OutputKinds.Score),
        new(
            Metric.Significance,
            "The significance of the signal at the best cut: s/sqrt(b), s/sqrt(s+b) or that of Asimov data.",
            true,
            OutputKinds.Score),
        new(Metric.LogLoss, "The mean of -log p, p being the probability given to what happened.", false, OutputKinds.Probabilities),
        new(Metric.BrierScore, "The mean squared distance of probabilities from what happened.", false, OutputKinds.Probabilities),
        new(
            Metric.ExpectedCalibrationError,
            "The mean distance of probabilities from how often they came true.",
            false,
            OutputKinds.Binary | OutputKinds.Categorical),
        new(Metric.MeanAbsoluteError, "The mean of |y - t|.", false, OutputKinds.Any),
        new(Metric.MeanSquaredError, "The mean of (y - t)^2.", false, OutputKinds.Any),
        new(Metric.RootMeanSquaredError, "The square root of the mean of (y - t)^2.", false, OutputKinds.Any),
        new(Metric.R2Score, "The share of the targets' variance that the outputs explain, their bias included.", true, OutputKinds.Any),
        new(Metric.ExplainedVariance, "The share of the targets' variance that the outputs explain but for a bias.", true, OutputKinds.Any),
    ];

    /// <summary>Every curve, table and test that is more than one figure.</summary>
    public static IReadOnlyList<AnalysisDescription> Analyses { get; } =
    [
        new(typeof(ConfusionMatrix), "How many samples of each class, and of which weight, are taken for each class.", OutputKinds.Classes),
        new(
            typeof(ClassificationReport),
            "Precision, recall, F-beta and support of each class, and their averages.",
            OutputKinds.Decisions),
        new(
            typeof(RocCurve),
            "True against false positive rate over the threshold, with the area; one for each class against the rest.",
            OutputKinds.Score | OutputKinds.Labels),
        new(
            typeof(PrecisionRecallCurve),
            "Precision against recall over the threshold, with the average precision.",
            OutputKinds.Score | OutputKinds.Labels),
        new(
            typeof(CalibrationCurve),
            "How often what was given a probability came true, in uniform or quantile bins.",
            OutputKinds.Probabilities),
        new(typeof(RegressionReport), "Errors and explained variance of each output and on average.", OutputKinds.Any),
        new(typeof(ResidualQuantiles), "Below which values given shares of the residuals lie.", OutputKinds.Any),
        new(
            typeof(SignificanceScan),
            "Signal, background and significance at every cut on the output, and the best cut.",
            OutputKinds.Score | OutputKinds.Labels),
        new(
            typeof(KolmogorovSmirnov),
            "Whether training and test scores come from one distribution: a test of overtraining.",
            OutputKinds.Score | OutputKinds.Labels),
        new(typeof(PermutationImportance), "By how much a metric gets worse when a feature is shuffled.", OutputKinds.Any),
    ];

    /// <summary>What a metric is.</summary>
    /// <param name="metric">The metric.</param>
    public static MetricDescription Describe(Metric metric) =>
        All.FirstOrDefault(description => description.Metric == metric)
        ?? throw new ArgumentOutOfRangeException(nameof(metric), metric, "Unknown metric.");

    /// <summary>How an output of a network is read: by its activation and its loss, as <see cref="OutputReading"/> says.</summary>
    /// <param name="output">What the output is.</param>
    /// <returns>One kind, not a combination.</returns>
    public static OutputKinds OutputKindOf(OutputSummary output)
    {
        OutputReading reading = new(output);
        return reading.Kind switch
        {
            DecisionKind.None => output.Size == 1 ? OutputKinds.Value : OutputKinds.Values,
            DecisionKind.LargestOfClasses => reading.IsProbability ? OutputKinds.Categorical : OutputKinds.ClassScores,
            _ when output.Size == 1 => reading.IsProbability ? OutputKinds.Binary : OutputKinds.BinaryScore,
            _ => reading.IsProbability ? OutputKinds.MultiLabel : OutputKinds.LabelScores,
        };
    }

    /// <summary>The metrics of an output of a network.</summary>
    /// <param name="output">What the output is, for example <see cref="NetworkSummary.MainOutput"/>.</param>
    public static IReadOnlyList<MetricDescription> For(OutputSummary output)
    {
        OutputKinds kind = OutputKindOf(output);
        return [.. All.Where(description => description.AppliesTo.HasFlag(kind))];
    }

    /// <summary>The curves, tables and tests of an output of a network.</summary>
    /// <param name="output">What the output is.</param>
    public static IReadOnlyList<AnalysisDescription> AnalysesFor(OutputSummary output)
    {
        OutputKinds kind = OutputKindOf(output);
        return [.. Analyses.Where(description => description.AppliesTo.HasFlag(kind))];
    }

    /// <summary>
    /// A metric of a network's answers. Precision, recall and the F scores of two classes are those of the positive one, as scikit-learn's
    /// average="binary"; of more classes or labels they are averaged.
    /// </summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="metric">The metric, one of those <see cref="For"/> gives.</param>
    /// <param name="network">What the network is; it tells how an output is to be read.</param>
    /// <param name="outputs">[samples, output shape]; all outputs of a sample one after the other where there are several.</param>
    /// <param name="targets">
    /// [samples, target shape]; after a softmax they may be the numbers of the classes where there is one output.
    /// </param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <param name="options">The metric's parameters and the output that is looked at, or null for the usual ones.</param>
    /// <exception cref="ArgumentException">
    /// The metric does not apply to the output, or is not defined for these values; the message says why.
    /// </exception>
    public static double Evaluate<T>(
        Metric metric,
        NetworkSummary network,
        ReadOnlySpan<T> outputs,
        ReadOnlySpan<T> targets,
        ReadOnlySpan<T> weights = default,
        MetricOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T> => NetworkAnswers.Of(network, outputs, targets, weights, options).Evaluate(metric);
}
