using System.Management.Automation;
using NetDsl.Evaluation;

namespace NetDsl.PowerShell;

/// <summary>Takes metrics, curves and tables of the answers of one output.</summary>
/// <param name="output">The output.</param>
/// <param name="answers">Its answers to all rows.</param>
/// <param name="options">The parameters of the metrics.</param>
internal sealed class OutputMeasurer(NamedOutput output, NetworkAnswers answers, MetricOptions options)
{
    private static readonly Metric[] OfDecisions = [Metric.Accuracy, Metric.Precision, Metric.Recall, Metric.F1Score, Metric.RocAuc];
    private static readonly Metric[] OfValues = [Metric.MeanAbsoluteError, Metric.RootMeanSquaredError, Metric.R2Score];

    private readonly List<string> undefined = [];
    private string reason = string.Empty;

    /// <summary>What could not be taken though nobody asked for it by name, and why; null where all could.</summary>
    public string? Warning => this.undefined.Count == 0
        ? null
        : $"{string.Join(", ", this.undefined)} cannot be told for these data: {this.reason}";

    private bool TakesDecisions => OutputKinds.Decisions.HasFlag(answers.Kind);

    /// <summary>Takes metrics.</summary>
    /// <param name="names">Names and patterns; null for the usual ones.</param>
    /// <exception cref="CommandErrorException">A metric does not apply to the output.</exception>
    /// <exception cref="ArgumentException">A metric that was asked for by name is not defined for the data.</exception>
    public IEnumerable<KeyValuePair<Metric, double>> Metrics(string[]? names)
    {
        if (names is null)
        {
            Metric[] usual = this.TakesDecisions ? OfDecisions : OfValues;
            return [.. usual.Select(metric => KeyValuePair.Create(metric, this.TryEvaluate(metric)))];
        }

        OrderedDictionary<Metric, double> figures = [];
        foreach (string name in names)
        {
            bool isPattern = MetricNames.IsPattern(name);
            foreach (Metric metric in isPattern ? this.Applicable(name) : MetricNames.Matching(name))
            {
                this.RefuseOther(metric);
                figures.TryAdd(metric, isPattern ? this.TryEvaluate(metric) : answers.Evaluate(metric));
            }
        }

        return figures;
    }

    /// <summary>The share of right decisions; null for values.</summary>
    public double? Accuracy() => this.TakesDecisions ? answers.Evaluate(Metric.Accuracy) : null;

    /// <summary>How many rows of each class were taken for each; null where a row has not one of several classes.</summary>
    public ConfusionMatrix? Confusion() =>
        OutputKinds.Classes.HasFlag(answers.Kind) ? this.Try(nameof(ConfusionMatrix), () => answers.Confusion(output.Classes)) : null;

    /// <summary>The report of classes or labels, or of values.</summary>
    public object? Report() => this.TakesDecisions
        ? this.Try(
            nameof(ClassificationReport),
            () => answers.ClassReport(OutputKinds.Labels.HasFlag(answers.Kind) ? output.Values : output.Classes))
        : this.Try(nameof(RegressionReport), answers.Errors);

    /// <summary>A curve, or one for each class where there are more than two.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="ofPositiveClass">Whether only that of the positive class is wanted.</param>
    /// <exception cref="CommandErrorException">It does not apply to the output.</exception>
    /// <exception cref="ArgumentException">It is not defined for the data.</exception>
    public object Curve(NetCurve kind, bool ofPositiveClass)
    {
        this.RefuseOther(kind);
        if (kind == NetCurve.ResidualQuantiles)
        {
            return answers.Residuals();
        }

        if (ofPositiveClass || (output.Positives.Count <= 2 && !OutputKinds.Labels.HasFlag(answers.Kind)))
        {
            return this.CurveOf(kind, answers, options.PositiveClass);
        }

        object[] curves =
        [
            .. Enumerable.Range(0, output.Positives.Count)
                .Select(number => this.Try(
                    $"{kind} of {output.Positives[number]}", () => this.CurveOf(kind, this.Against(answers, number), number)))
                .OfType<object>(),
        ];
        return curves.Length > 0 ? curves : throw new ArgumentException(this.Warning);
    }

    /// <summary>Compares the scores of each class with those it has in other data.</summary>
    /// <param name="training">The answers to the rows that were learnt from.</param>
    /// <exception cref="CommandErrorException">The output gives no scores.</exception>
    public IReadOnlyList<object> Overtraining(NetworkAnswers training)
    {
        if (!this.TakesDecisions)
        {
            throw new CommandErrorException(
                "CurveNotApplicable",
                ErrorCategory.InvalidArgument,
                nameof(KolmogorovSmirnov),
                $"The scores of classes are compared with those in -TrainingData, and '{output.Summary.Name}' gives values. " +
                "Leave -TrainingData out.");
        }

        return
        [
            .. Enumerable.Range(0, output.Positives.Count).Select(number => this.Try(
                $"{nameof(KolmogorovSmirnov)} of {output.Positives[number]}",
                () => this.Named(this.Against(answers, number).Compare(this.Against(training, number)), number))).OfType<object>(),
        ];
    }

    private NetworkAnswers Against(NetworkAnswers of, int number) => of.With(options with { PositiveClass = number });

    private IEnumerable<Metric> Applicable(string pattern) => MetricNames.Matching(pattern)
        .Where(metric => Evaluation.Metrics.Describe(metric).AppliesTo.HasFlag(answers.Kind))

        // Among all classes each is found, which says nothing.
        .Where(metric => metric != Metric.TopKCategoricalAccuracy || options.TopK < output.Reading.Classes);

    private void RefuseOther(Metric metric)
    {
        if (!Evaluation.Metrics.Describe(metric).AppliesTo.HasFlag(answers.Kind))
        {
            throw new CommandErrorException(
                "MetricNotApplicable",
                ErrorCategory.InvalidArgument,
                metric,
                $"{metric} does not apply to '{output.Summary.Name}', whose activation is {output.Summary.Activation} and loss " +
                $"{output.Summary.Loss}. Give one of {string.Join(", ", Evaluation.Metrics.For(output.Summary).Select(other => other.Metric))}.");
        }
    }

    private void RefuseOther(NetCurve kind)
    {
        string[] names = [.. Evaluation.Metrics.AnalysesFor(output.Summary).Select(analysis => analysis.Name)];
        if (!names.Contains(kind.ToString()))
        {
            throw new CommandErrorException(
                "CurveNotApplicable",
                ErrorCategory.InvalidArgument,
                kind,
                $"{kind} does not apply to '{output.Summary.Name}', whose activation is {output.Summary.Activation} and loss " +
                $"{output.Summary.Loss}. Give one of {string.Join(", ", Enum.GetNames<NetCurve>().Intersect(names))}.");
        }
    }

    private PSObject CurveOf(NetCurve kind, NetworkAnswers of, int number)
    {
        object curve = kind switch
        {
            NetCurve.RocCurve => of.Roc(),
            NetCurve.PrecisionRecallCurve => of.PrecisionRecall(),
            NetCurve.CalibrationCurve => of.Calibration(),
            NetCurve.SignificanceScan => of.Significances(),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown curve."),
        };
        return this.Named(curve, number);
    }

    // A curve of the library does not know what its class is called.
    private PSObject Named(object curve, int number)
    {
        PSObject named = PSObject.AsPSObject(curve);
        named.Properties.Add(new PSNoteProperty("Class", output.Positives.ElementAtOrDefault(number)));
        return named;
    }

    private double TryEvaluate(Metric metric) =>
        this.Try<object>(metric.ToString(), () => answers.Evaluate(metric)) is double figure ? figure : double.NaN;

    private TResult? Try<TResult>(string what, Func<TResult> take)
        where TResult : class
    {
        try
        {
            return take();
        }
        catch (ArgumentException error)
        {
            this.undefined.Add(what);
            this.reason = error.Message;
            return null;
        }
    }
}
