using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using NetDsl.Training;

namespace NetDsl.Evaluation;

/// <summary>
/// A network's answers to samples whose targets are known, read as what they stand for: what metrics, curves and tables are made of. One
/// output is looked at, the last unless the options name another.
/// </summary>
/// <example>
/// <code>
/// NetworkAnswers answers = NetworkAnswers.Of&lt;float&gt;(network.Summary, trainer.Predict(test), test.AllTargets, test.SampleWeights);
/// Console.WriteLine(answers.Confusion(test.Classes));
/// foreach (RocPoint point in answers.Roc().Points)
/// {
///     Console.WriteLine($"{point.Threshold} {point.FalsePositiveRate} {point.TruePositiveRate}");
/// }
/// </code>
/// </example>
public sealed class NetworkAnswers
{
    private readonly NetworkSummary network;
    private readonly double[] allOutputs;
    private readonly double[] allTargets;
    private readonly double[] rowWeights;
    private readonly double rounding;
    private readonly MetricOptions options;
    private readonly OutputReading reading;

    // The outputs of one decision: those of all classes, or all outputs of a sample.
    private readonly int columns;
    private readonly double[] outputs;
    private readonly double[] targets;
    private readonly double[] weights;

    private NetworkAnswers(
        NetworkSummary network, double[] outputs, double[] targets, double[] weights, double rounding, MetricOptions options)
    {
        this.network = network;
        this.allOutputs = outputs;
        this.allTargets = targets;
        this.rowWeights = weights;
        this.rounding = rounding;
        this.options = options;
        OutputSelection selection = new(network, options.Output);
        this.Output = selection.Output;
        (outputs, targets) = selection.Pick(outputs, targets);
        this.reading = new OutputReading(this.Output);
        this.Kind = Metrics.OutputKindOf(this.Output);
        bool isOfClasses = this.reading.Kind == DecisionKind.LargestOfClasses;
        this.columns = isOfClasses ? this.reading.Width : this.Output.Size;
        bool areNumbers = isOfClasses && targets.Length == outputs.Length / this.columns;
        EvaluationChecks.Lengths(outputs.Length, areNumbers ? outputs.Length : targets.Length, this.Output.Size);
        EvaluationChecks.WeightCount(weights.Length, outputs.Length / this.Output.Size);
        this.outputs = this.reading.IsLogarithm ? Exponentials(outputs) : outputs;
        this.targets = targets;
        this.weights = RepeatEach(weights, this.Output.Size / this.columns);
    }

    /// <summary>The output that is looked at.</summary>
    public OutputSummary Output { get; }

    /// <summary>How it is read: one kind, not a combination.</summary>
    public OutputKinds Kind { get; }

    private bool IsPerClass => OutputKinds.OutputPerClass.HasFlag(this.Kind);

    private bool HasLabels => OutputKinds.Labels.HasFlag(this.Kind);

    /// <summary>Reads the answers of a network.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="network">What the network is; it tells how an output is to be read.</param>
    /// <param name="outputs">[samples, output shape]; all outputs of a sample one after the other where there are several.</param>
    /// <param name="targets">
    /// [samples, target shape]; where the output tells classes apart they may be the numbers of the classes if there is one output.
    /// </param>
    /// <param name="weights">One for each sample, of either sign; none for equal weights.</param>
    /// <param name="options">The parameters of the metrics and the output that is looked at, or null for the usual ones.</param>
    /// <exception cref="ArgumentException">The lengths do not fit, or there is no such output; the message says why.</exception>
    public static NetworkAnswers Of<T>(
        NetworkSummary network,
        ReadOnlySpan<T> outputs,
        ReadOnlySpan<T> targets,
        ReadOnlySpan<T> weights = default,
        MetricOptions? options = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(network);
        double rounding = Evaluation.LogLoss.RoundingOf<T>();
        return new NetworkAnswers(network, Doubles(outputs), Doubles(targets), Doubles(weights), rounding, options ?? new MetricOptions());
    }

    /// <summary>The same answers with other parameters of the metrics, or another output that is looked at.</summary>
    /// <param name="other">The parameters.</param>
    /// <exception cref="ArgumentException">There is no such output.</exception>
    public NetworkAnswers With(MetricOptions other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new NetworkAnswers(this.network, this.allOutputs, this.allTargets, this.rowWeights, this.rounding, other);
    }

    /// <summary>A metric of the answers, as <see cref="Metrics"/> says.</summary>
    /// <param name="metric">The metric, one of those <see cref="Metrics.For"/> gives.</param>
    /// <exception cref="ArgumentException">
    /// It does not apply to the output, or is not defined for these values; the message says why.
    /// </exception>
    public double Evaluate(Metric metric)
    {
        if (!Metrics.Describe(metric).AppliesTo.HasFlag(this.Kind))
        {
            string names = string.Join(", ", Metrics.For(this.Output).Select(description => description.Metric));
            throw this.NotApplicable(metric.ToString(), $"its metrics are {names}");
        }

        return metric switch
        {
            Metric.Accuracy or Metric.BinaryAccuracy or Metric.CategoricalAccuracy => this.Accuracy(),
            Metric.TopKCategoricalAccuracy => this.TopKAccuracy(),
            Metric.Precision => this.Scores(this.options.Beta).Precision,
            Metric.Recall => this.Scores(this.options.Beta).Recall,
            Metric.F1Score => this.Scores(1).FBeta,
            Metric.FBetaScore => this.Scores(this.options.Beta).FBeta,
            Metric.RocAuc => this.RocAuc(),
            Metric.RocAucOneVsOne => Evaluation.RocAuc.OneVsOne<double>(
                this.outputs, this.targets, this.columns, this.options.Averaging, this.weights),
            Metric.AveragePrecision => this.AveragePrecision(),
            Metric.SignalEfficiency => this.Roc().SignalEfficiencyAt(this.options.BackgroundRejection),
            Metric.BackgroundRejection => this.Roc().BackgroundRejectionAt(this.options.SignalEfficiency),
            Metric.Significance => this.Significances().BestSignificance,
            Metric.LogLoss => this.LogLoss(),
            Metric.BrierScore => this.BrierScore(),
            Metric.ExpectedCalibrationError => this.Calibration().ExpectedCalibrationError,
            Metric.MeanAbsoluteError => this.Errors().Average.MeanAbsoluteError,
            Metric.MeanSquaredError => this.Errors().Average.MeanSquaredError,
            Metric.RootMeanSquaredError => this.Errors().Average.RootMeanSquaredError,
            Metric.R2Score => this.Errors().Average.R2,
            Metric.ExplainedVariance => this.Errors().Average.ExplainedVariance,
            _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "Unknown metric."),
        };
    }

    /// <summary>The ROC curve of the positive class, or of a label.</summary>
    /// <exception cref="ArgumentException">There are no such scores; or as <see cref="RocCurve"/> says.</exception>
    public RocCurve Roc()
    {
        (double[] scores, double[] labels) = this.Signal();
        return RocCurve.Of<double>(scores, labels, this.weights);
    }

    /// <summary>The precision-recall curve of the positive class, or of a label.</summary>
    /// <exception cref="ArgumentException">There are no such scores; or as <see cref="PrecisionRecallCurve"/> says.</exception>
    public PrecisionRecallCurve PrecisionRecall()
    {
        (double[] scores, double[] labels) = this.Signal();
        return PrecisionRecallCurve.Of<double>(scores, labels, this.weights);
    }

    /// <summary>The calibration curve of the probability of the positive class, or of a label.</summary>
    /// <exception cref="ArgumentException">There are no such probabilities; or as <see cref="CalibrationCurve"/> says.</exception>
    public CalibrationCurve Calibration()
    {
        (double[] scores, double[] labels) = this.Signal();
        return CalibrationCurve.Of<double>(scores, labels, this.weights, this.options.CalibrationBins, this.options.CalibrationStrategy);
    }

    /// <summary>The significance of the positive class, or of a label, over the cut on its score.</summary>
    /// <exception cref="ArgumentException">There are no such scores; or as <see cref="SignificanceScan"/> says.</exception>
    public SignificanceScan Significances()
    {
        (double[] scores, double[] labels) = this.Signal();
        return SignificanceScan.Of<double>(scores, labels, this.weights, this.options.SignificanceMeasure, this.options.MinimumBackground);
    }

    /// <summary>How many samples of each class are taken for each class. A margin of 0 is taken for the first of two.</summary>
    /// <param name="classes">The names of the classes, or null for their numbers.</param>
    /// <exception cref="ArgumentException">The output decides between no classes; or as <see cref="ConfusionMatrix"/> says.</exception>
    public ConfusionMatrix Confusion(IReadOnlyList<string>? classes = null)
    {
        this.RefuseOthers<ConfusionMatrix>();
        classes ??= Names(this.reading.Classes);
        return this.IsPerClass
            ? ConfusionMatrix.Categorical<double>(this.outputs, this.targets, classes, this.weights)
            : ConfusionMatrix.Binary<double>(this.outputs, this.targets, classes, this.weights, this.reading.Threshold);
    }

    /// <summary>Precision, recall and F-beta of each class or label, and their averages.</summary>
    /// <param name="classes">The names of the classes or labels, or null for their numbers.</param>
    /// <exception cref="ArgumentException">The output takes no decisions; or as <see cref="ClassificationReport"/> says.</exception>
    public ClassificationReport ClassReport(IReadOnlyList<string>? classes = null) => this.ClassReport(classes, this.options.Beta);

    /// <summary>The errors of each output.</summary>
    /// <exception cref="ArgumentException">As <see cref="RegressionReport"/> says.</exception>
    public RegressionReport Errors() => RegressionReport.Of<double>(this.outputs, this.TargetOfEachOutput(), this.columns, this.weights);

    /// <summary>Below which values given shares of the residuals lie.</summary>
    /// <exception cref="ArgumentException">As <see cref="ResidualQuantiles"/> says.</exception>
    public ResidualQuantiles Residuals() =>
        ResidualQuantiles.Of<double>(this.outputs, this.TargetOfEachOutput(), this.columns, this.weights);

    /// <summary>
    /// The score of each sample, higher where it looks like the positive class, and whether it is (1) or not (0, or the label that the
    /// targets have): those of one class against the rest, of one label, or of the only output.
    /// </summary>
    /// <exception cref="ArgumentException">There are several values, of which none is a score; or there is no such class.</exception>
    public (double[] Scores, double[] Labels) Signal()
    {
        this.RefuseOthers<RocCurve>();
        int positive = this.PositiveClass();
        if (this.IsPerClass)
        {
            int[] actual = ClassTargets.Read<double>(this.outputs.Length, this.targets, this.columns);
            return (Column(this.outputs, this.columns, positive), [.. actual.Select(number => number == positive ? 1.0 : 0.0)]);
        }

        if (this.HasLabels)
        {
            return (Column(this.outputs, this.columns, positive), Column(this.targets, this.columns, positive));
        }

        return positive == 1 ? (this.outputs, this.targets) : this.Background();
    }

    /// <summary>
    /// Whether the scores that samples of the positive class, or with a label, have here and in other answers come from one distribution: a
    /// small p-value tells overtraining.
    /// </summary>
    /// <param name="training">The network's answers to the samples that it has learnt from.</param>
    /// <exception cref="ArgumentException">There are no such scores; or as <see cref="KolmogorovSmirnov"/> says.</exception>
    public KolmogorovSmirnov Compare(NetworkAnswers training)
    {
        ArgumentNullException.ThrowIfNull(training);
        (double[] trainScores, double[] trainWeights) = training.PositiveScores();
        (double[] testScores, double[] testWeights) = this.PositiveScores();
        return KolmogorovSmirnov.Of<double>(trainScores, testScores, trainWeights, testWeights);
    }

    private static double[] Column(double[] values, int columns, int column) => OutputSelection.Part(values, columns, column, 1);

    private static string[] Names(int count) =>
        [.. Enumerable.Range(0, count).Select(number => number.ToString(CultureInfo.InvariantCulture))];

    private static double[] RepeatEach(double[] weights, int times)
    {
        if (times == 1)
        {
            return weights;
        }

        double[] repeated = new double[weights.Length * times];
        for (int i = 0; i < repeated.Length; i++)
        {
            repeated[i] = weights[i / times];
        }

        return repeated;
    }

    // Metrics of probabilities read them as such.
    private static double[] Exponentials(double[] logarithms)
    {
        double[] probabilities = new double[logarithms.Length];
        TensorPrimitives.Exp(logarithms, probabilities);
        return probabilities;
    }

    private static double[] Doubles<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] doubles = new double[values.Length];
        TensorPrimitives.ConvertTruncating(values, doubles);
        return doubles;
    }

    private double Accuracy()
    {
        int[] actual = this.ActualClasses();
        double[] weightOf = EvaluationChecks.Weights<double>(this.weights, this.outputs.Length / this.columns);
        int perWeight = actual.Length / weightOf.Length;
        double right = 0;
        for (int i = 0; i < actual.Length; i++)
        {
            int decided = this.reading.Decide<double>(this.outputs.AsSpan(i * this.reading.Width, this.reading.Width));
            right += decided == actual[i] ? weightOf[i / perWeight] : 0;
        }

        return right / (EvaluationChecks.Total(weightOf, "the samples") * perWeight);
    }

    // One for each decision.
    private int[] ActualClasses()
    {
        if (this.IsPerClass)
        {
            return ClassTargets.Read<double>(this.outputs.Length, this.targets, this.columns);
        }

        int[] actual = new int[this.targets.Length];
        for (int i = 0; i < actual.Length; i++)
        {
            actual[i] = this.reading.ClassOf<double>(this.targets.AsSpan(i, 1));
        }

        return actual;
    }

    private double TopKAccuracy() => this.targets.Length == this.outputs.Length
        ? Evaluation.Accuracy.TopKCategorical<double>(this.outputs, this.targets, this.columns, this.options.TopK, this.weights)
        : Evaluation.Accuracy.SparseTopKCategorical<double, double>(
            this.outputs, this.targets, this.columns, this.options.TopK, this.weights);

    // Of the positive one of two classes, else the average that was asked for.
    private ClassScore Scores(double beta)
    {
        ClassificationReport report = this.ClassReport(null, beta);
        return !this.HasLabels && this.reading.Classes == 2 ? report.Classes[this.PositiveClass()] : report[this.options.Averaging];
    }

    private ClassificationReport ClassReport(IReadOnlyList<string>? classes, double beta)
    {
        this.RefuseOthers<ClassificationReport>();
        return this.HasLabels
            ? ClassificationReport.MultiLabel<double>(
                this.outputs, this.targets, classes ?? Names(this.columns), this.weights, beta, this.reading.Threshold)
            : ClassificationReport.Of(this.Confusion(classes), beta);
    }

    private double RocAuc()
    {
        if (this.HasLabels)
        {
            return Evaluation.RocAuc.MultiLabel<double>(this.outputs, this.targets, this.columns, this.options.Averaging, this.weights);
        }

        return this.columns > 2
            ? Evaluation.RocAuc.OneVsRest<double>(this.outputs, this.targets, this.columns, this.options.Averaging, this.weights)
            : this.Roc().AreaUnderCurve;
    }

    private double AveragePrecision()
    {
        if (this.HasLabels)
        {
            return Evaluation.AveragePrecision.MultiLabel<double>(
                this.outputs, this.targets, this.columns, this.options.Averaging, this.weights);
        }

        return this.columns > 2
            ? Evaluation.AveragePrecision.OneVsRest<double>(this.outputs, this.targets, this.columns, this.options.Averaging, this.weights)
            : this.PrecisionRecall().AveragePrecision;
    }

    private double LogLoss() => this.IsPerClass
        ? Evaluation.LogLoss.Categorical<double>(this.outputs, this.targets, this.columns, this.weights, this.rounding)
        : Evaluation.LogLoss.Binary<double>(this.outputs, this.targets, RepeatEach(this.weights, this.columns), this.rounding);

    private double BrierScore() => this.IsPerClass
        ? Evaluation.BrierScore.Categorical<double>(this.outputs, this.targets, this.columns, this.weights)
        : Evaluation.BrierScore.Binary<double>(this.outputs, this.targets, RepeatEach(this.weights, this.columns));

    private void RefuseOthers<TAnalysis>()
    {
        AnalysisDescription analysis = Metrics.Analyses.First(description => description.Type == typeof(TAnalysis));
        if (!analysis.AppliesTo.HasFlag(this.Kind))
        {
            string names = string.Join(", ", Metrics.AnalysesFor(this.Output).Select(other => other.Name));
            throw this.NotApplicable(analysis.Name, $"there are {names}");
        }
    }

    private (double[] Scores, double[] Weights) PositiveScores()
    {
        (double[] scores, double[] labels) = this.Signal();
        return ([.. scores.Where((_, i) => labels[i] > 0)], [.. this.weights.Where((_, i) => labels[i] > 0)]);
    }

    private ArgumentException NotApplicable(string what, string others) => new(
        $"{what} does not apply to '{this.Output.Name}' of {this.network.Name}, whose activation is {this.Output.Activation} " +
        $"and loss {this.Output.Loss}; {others}.");

    private int PositiveClass()
    {
        int count = this.columns == 1 ? 2 : this.columns;
        return (uint)this.options.PositiveClass < (uint)count
            ? this.options.PositiveClass
            : throw new ArgumentException(
                $"The positive class is {this.options.PositiveClass}; the network's classes are 0 to {count - 1}.");
    }

    // The first of two classes against the second.
    private (double[] Scores, double[] Labels) Background()
    {
        double[] scores = new double[this.outputs.Length];
        bool[] isSecond = EvaluationChecks.Labels<double>(this.targets);
        for (int i = 0; i < scores.Length; i++)
        {
            scores[i] = this.reading.IsProbability ? 1.0 - this.outputs[i] : -this.outputs[i];
        }

        return (scores, [.. isSecond.Select(second => second ? 0.0 : 1.0)]);
    }

    // Class numbers become one target for each output.
    private double[] TargetOfEachOutput()
    {
        if (this.targets.Length == this.outputs.Length)
        {
            return this.targets;
        }

        double[] oneHot = new double[this.outputs.Length];
        int[] actual = ClassTargets.ReadNumbers<double>(this.targets, this.columns);
        for (int i = 0; i < actual.Length; i++)
        {
            oneHot[(i * this.columns) + actual[i]] = 1.0;
        }

        return oneHot;
    }
}
