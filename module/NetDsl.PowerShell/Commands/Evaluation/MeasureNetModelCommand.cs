using System.Collections;
using System.Management.Automation;
using NetDsl.Data;
using NetDsl.Evaluation;

namespace NetDsl.PowerShell;

/// <summary>Measures how well a model does on data.</summary>
/// <remarks>
/// <para>
/// Gives the mean loss and metrics: for a network that decides between classes accuracy, precision, recall, F1 and the area under the ROC
/// curve, with the confusion matrix and a report of all classes; for values the mean absolute error, the root mean squared error and R2,
/// with a report of all outputs. -Metric chooses others, and all that apply with *. Precision, recall and F of two classes are those of the
/// positive one, of more classes the average of -Averaging. Dropout is off and the model is not changed.
/// </para>
/// <para>
/// -Curve adds curves, each a property of its name whose Points can be shown, exported or plotted; of more than two classes there is one
/// for each against the rest, unless -PositiveClass names one. -Importance says what each feature is worth, and -TrainingData compares the
/// scores of each class with those in the data that were learnt from. The weights of rows count in all of them.
/// </para>
/// </remarks>
/// <example>
/// <para>Measure on the rows that were kept for it</para>
/// <code>
/// $data = New-NetData ShowerTrack -Count 500 | Split-NetData -Test 0.2
/// $model = New-NetModel ShowerTrack -InputShape 32, 32, 1 -Loss CategoricalCrossentropy {
///     Flatten
///     Dense 2 -Activation Softmax
/// }
/// $run = Invoke-NetTraining $model $data -Epochs 2
/// $model | Measure-NetModel -Data $data.Test
/// </code>
/// </example>
/// <example>
/// <para>See which classes are taken for which</para>
/// <code>
/// $data = New-NetData ShowerTrack -Count 100
/// $model = New-NetModel ShowerTrack -InputShape 32, 32, 1 -Loss CategoricalCrossentropy {
///     Flatten
///     Dense 2 -Activation Softmax
/// }
/// (Measure-NetModel $model $data).ConfusionMatrix
/// </code>
/// </example>
/// <example>
/// <para>Compare two models by all metrics, and keep the ROC curve of one</para>
/// <code>
/// $data = New-NetData ShowerTrack -Count 200
/// $small = New-NetModel Small -InputShape 32, 32, 1 -Loss CategoricalCrossentropy {
///     MaxPooling2D 8
///     Flatten
///     Dense 2 -Activation Softmax
/// }
/// $large = New-NetModel Large -InputShape 32, 32, 1 -Loss CategoricalCrossentropy {
///     Flatten
///     Dense 2 -Activation Softmax
/// }
/// $small, $large | Measure-NetModel -Data $data -Metric * | Format-Table Model, Loss, Accuracy, RocAuc, LogLoss
/// $measurement = Measure-NetModel $large $data -Curve RocCurve -PositiveClass track
/// $measurement.RocCurve.Points | Export-Csv roc.csv
/// </code>
/// </example>
[Cmdlet(VerbsDiagnostic.Measure, "NetModel")]
[OutputType(typeof(NetMeasurement))]
public sealed class MeasureNetModelCommand : ModelCommand
{
    /// <summary>The data, or a stream, with targets. Of a stream the answers and targets are held in memory, and not the features.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [RowSourceTransformation]
    public RowSource Data { get; set; } = null!;

    /// <summary>The metrics, by name, or by a pattern, or All: those that apply. The usual ones where it is left out.</summary>
    [Parameter]
    [MetricTransformation]
    [ArgumentCompleter(typeof(MetricCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[]? Metric { get; set; }

    /// <summary>The curves to add.</summary>
    [Parameter]
    public NetCurve[] Curve { get; set; } = [];

    /// <summary>Adds what each feature is worth: by how much this metric gets worse when its values are shuffled among the rows.</summary>
    [Parameter]
    public Metric Importance { get; set; }

    /// <summary>How often each feature is shuffled for -Importance.</summary>
    [Parameter]
    [ValidateRange(1, 10_000)]
    [WholeNumber]
    public int ImportanceRepeats { get; set; } = 5;

    /// <summary>What the shuffling for -Importance is drawn from.</summary>
    [Parameter]
    public ulong Seed { get; set; }

    /// <summary>
    /// The data that the model was trained with: adds the test of Kolmogorov and Smirnov, whether the scores of each class come from one
    /// distribution there and here.
    /// </summary>
    [Parameter]
    [RowSourceTransformation]
    public RowSource? TrainingData { get; set; }

    /// <summary>The output that is looked at where the model has several; the last where it is left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Output { get; set; }

    /// <summary>
    /// The class that is the signal, by its name or its number from 0: the second where it is left out. Of several labels the one for
    /// curves.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? PositiveClass { get; set; }

    /// <summary>Among how many of the largest outputs TopKCategoricalAccuracy looks for the class.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int TopK { get; set; } = 5;

    /// <summary>How many times as much recall counts as precision in FBetaScore.</summary>
    [Parameter]
    public double Beta { get; set; } = 1;

    /// <summary>How the figures of more than two classes, or of several labels, become one.</summary>
    [Parameter]
    public Averaging Averaging { get; set; } = Averaging.Macro;

    /// <summary>The share of the background that is rejected where SignalEfficiency is taken.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double BackgroundRejection { get; set; } = 0.99;

    /// <summary>The share of the signal that is kept where BackgroundRejection is taken.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double SignalEfficiency { get; set; } = 0.5;

    /// <summary>The formula of the significance.</summary>
    [Parameter]
    public SignificanceMeasure SignificanceMeasure { get; set; } = SignificanceMeasure.Asimov;

    /// <summary>Cuts that do not leave more than this many weighted events of background are passed over in the significance.</summary>
    [Parameter]
    [ValidateRange(0.0, double.MaxValue)]
    public double MinimumBackground { get; set; }

    /// <summary>The number of bins of the calibration.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int CalibrationBins { get; set; } = 10;

    /// <summary>How those bins are laid.</summary>
    [Parameter]
    public CalibrationBins CalibrationStrategy { get; set; } = Evaluation.CalibrationBins.Uniform;

    /// <inheritdoc/>
    protected override bool ErrorsAreTerminating => false;

    /// <inheritdoc/>
    protected override void Process()
    {
        RowSource data = this.Model.Prepare(this.Data);
        NamedOutput output = NamedOutput.Of(this.Model, this.Output, data);
        MetricOptions options = this.OptionsFor(output);
        double loss = this.Model.Engine.Evaluate(data, this.Cancellation).Loss;
        NetworkAnswers answers = this.Model.Engine.Answers(data, options, this.Cancellation);
        OutputMeasurer measurer = new(output, answers, options);
        NetMeasurement measurement = new(this.Model, output.Summary.Name, data.Count, loss, measurer.Accuracy());
        foreach ((Metric metric, double figure) in measurer.Metrics(this.Metric))
        {
            measurement.Metrics.Add(metric.ToString(), figure);
        }

        measurement.ConfusionMatrix = measurer.Confusion();
        measurement.Report = measurer.Report();
        foreach (NetCurve curve in this.Curve.Distinct())
        {
            measurement.Curves.Add(curve.ToString(), measurer.Curve(curve, this.IsGiven(nameof(this.PositiveClass))));
        }

        if (this.IsGiven(nameof(this.Importance)))
        {
            measurement.Importance = this.Model.Engine.Importance(
                this.InMemory(data), this.Importance, this.ImportanceRepeats, this.Seed, options, this.Cancellation);
        }

        if (this.TrainingData is not null)
        {
            measurement.Overtraining = measurer.Overtraining(
                this.Model.Engine.Answers(this.Model.Prepare(this.TrainingData), options, this.Cancellation));
        }

        if (measurer.Warning is { } warning)
        {
            this.WriteWarning($"{this.Model.Name}: {warning}");
        }

        this.WriteObject(this.WithProperties(measurement));
    }

    // So that they can be columns of a table; the usual ones are those of the view.
    private PSObject WithProperties(NetMeasurement measurement)
    {
        PSObject row = PSObject.AsPSObject(measurement);
        foreach (DictionaryEntry entry in measurement.Metrics.Cast<DictionaryEntry>()
            .Concat(measurement.Curves.Cast<DictionaryEntry>()))
        {
            string name = (string)entry.Key;
            if (row.Properties[name] is null)
            {
                row.Properties.Add(new PSNoteProperty(name, entry.Value));
            }
        }

        if (this.Metric is null)
        {
            row.TypeNames.Insert(0, $"{row.TypeNames[0]}#{(measurement.Accuracy is null ? "Values" : "Decisions")}");
        }

        return row;
    }

    private Dataset InMemory(RowSource data) => data.InMemory ?? throw new CommandErrorException(
        "DataNotInMemory",
        ErrorCategory.InvalidArgument,
        this.Data,
        $"-Importance shuffles a feature among all rows, which must be in memory for it, and {this.Data.Name} is a stream. Give a part of it: " +
        ".Read(first, count).");

    private MetricOptions OptionsFor(NamedOutput output) => new()
    {
        Output = output.Summary.Name,
        TopK = this.TopK,
        Beta = this.Beta,
        Averaging = this.Averaging,
        PositiveClass = this.PositiveClass is null ? 1 : output.PlaceOf(this.PositiveClass),
        BackgroundRejection = this.BackgroundRejection,
        SignalEfficiency = this.SignalEfficiency,
        SignificanceMeasure = this.SignificanceMeasure,
        MinimumBackground = this.MinimumBackground,
        CalibrationBins = this.CalibrationBins,
        CalibrationStrategy = this.CalibrationStrategy,
    };
}
