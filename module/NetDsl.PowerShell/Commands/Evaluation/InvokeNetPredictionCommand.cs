using System.Collections;
using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>Answers data or objects with a model.</summary>
/// <remarks>
/// <para>
/// Of objects, such as the rows of Import-Csv, each comes out as a copy with the answer added: Prediction, and for a decision between
/// classes its Probability (Score where the outputs are no probabilities, such as margins). Values whose targets have names come in columns
/// of these names, other arrays of values in Prediction. Of several outputs each answers in columns of its own name, unless -Output chooses
/// one. The features are the properties that the model was trained on, or those of -Feature: numbers, text of numbers with a decimal point,
/// or arrays. Objects are answered in small batches while others come, in their order, so that there may be any number of them. One that
/// lacks a feature is an error of its own; the others go on.
/// </para>
/// <para>
/// Of a data set or a stream there is one object a row: for a network that decides between classes the class, its probability and those of all classes;
/// otherwise the values. Where the data have targets, Actual says what they are.
/// </para>
/// </remarks>
/// <example>
/// <para>Add what a model thinks to the rows of a table</para>
/// <code>
/// 1..100 | ForEach-Object { [pscustomobject]@{ number = $_; last = $_ % 10; kind = ('even', 'odd')[$_ % 2] } } | Export-Csv kinds.csv
/// $model = New-NetModel Kinds -InputShape 2 -Loss CategoricalCrossentropy {
///     Dense 8 -Activation Tanh
///     Dense 2 -Activation Softmax
/// }
/// $run = Invoke-NetTraining $model (Import-NetData kinds.csv -Label kind) -Epochs 5
/// Import-Csv kinds.csv | Invoke-NetPrediction $model | Export-Csv answers.csv
/// </code>
/// </example>
/// <example>
/// <para>The rows the model is least sure of</para>
/// <code>
/// $data = New-NetData ShowerTrack -Count 100
/// $model = New-NetModel ShowerTrack -InputShape 32, 32, 1 -Loss CategoricalCrossentropy {
///     Flatten
///     Dense 2 -Activation Softmax
/// }
/// Invoke-NetPrediction $model $data | Sort-Object Probability | Select-Object -First 5
/// </code>
/// </example>
/// <example>
/// <para>The rows it takes for something else</para>
/// <code>
/// $data = New-NetData ShowerTrack -Count 100
/// $model = New-NetModel ShowerTrack -InputShape 32, 32, 1 -Loss CategoricalCrossentropy {
///     Flatten
///     Dense 2 -Activation Softmax
/// }
/// $model | Invoke-NetPrediction -Data $data | Where-Object { $_.Class -ne $_.Actual }
/// </code>
/// </example>
[Cmdlet(VerbsLifecycle.Invoke, "NetPrediction")]
[OutputType(typeof(PSObject), typeof(ClassPrediction), typeof(ValuePrediction))]
public sealed class InvokeNetPredictionCommand : ModelCommand
{
    // What of a stream is in memory at a time.
    private const long ReadBytes = 4L << 20;

    private RowPredictions? predictions;
    private long number;

    /// <summary>A data set or a stream, whose targets are not needed, or objects with the features of the model.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [PredictionDataTransformation]
    [Alias("InputObject")]
    public PSObject Data { get; set; } = null!;

    /// <summary>
    /// Of objects: the properties that are the features, in the order of the model's inputs; those it was trained on where it is left out.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Feature { get; set; }

    /// <summary>
    /// The output that answers where the model has several: all of them for objects, and the last for a data set, where it is left out.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Output { get; set; }

    /// <summary>Of objects: what the names of the added properties begin with, so that they differ from those that are there.</summary>
    [Parameter]
    public string Prefix { get; set; } = string.Empty;

    /// <summary>Of objects: adds the probability of each class as well, in Probability_CLASS.</summary>
    [Parameter]
    public SwitchParameter AllProbabilities { get; set; }

    /// <summary>
    /// Of objects: how many are answered together. Give 1 where each is to come out at once, as of a pipeline that never ends.
    /// </summary>
    [Parameter]
    [ValidateRange(1, 65536)]
    [WholeNumber]
    public int BatchSize { get; set; } = 64;

    /// <inheritdoc/>
    protected override bool ErrorsAreTerminating => false;

    /// <inheritdoc/>
    protected override void Process()
    {
        switch (this.Data.BaseObject)
        {
            case Dataset data:
                this.AnswerWaiting();
                this.AnswerRows(RowSource.Of(data));
                break;
            case RowSource source:
                this.AnswerWaiting();
                this.AnswerRows(source);
                break;
            case NetModel:
                throw new CommandErrorException(
                    "NoData",
                    ErrorCategory.InvalidArgument,
                    this.Model,
                    "A model came from the pipeline and no data: give them with -Data, or the model as an argument and the data from " +
                    "the pipeline.");
            case IList items and not IDictionary:
                foreach (object? item in items)
                {
                    this.Guard(() => this.AnswerObject(PSObject.AsPSObject(item)), item);
                }

                break;
            default:
                this.AnswerObject(this.Data);
                break;
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => this.Guard(this.AnswerWaiting, this.Model);

    private void AnswerObject(PSObject item)
    {
        if (this.predictions?.Model != this.Model)
        {
            this.AnswerWaiting();
            this.predictions = this.Begin();
            this.number = 0;
        }

        this.number++;
        if (this.predictions.Add(item, this.number) is { } clash)
        {
            this.ThrowTerminatingError(new CommandErrorException(
                "PropertyExists",
                ErrorCategory.ResourceExists,
                item,
                $"Object {this.number} has a property '{clash}' already, which the answer would add. Give -Prefix, such as -Prefix Net, or take " +
                "it out with Select-Object -ExcludeProperty.").ErrorRecord);
        }

        if (this.predictions.IsFull)
        {
            this.AnswerWaiting();
        }
    }

    private RowPredictions Begin()
    {
        try
        {
            IReadOnlyList<NamedOutput> outputs = this.Output is null
                ? NamedOutput.AllOf(this.Model)
                : [NamedOutput.Of(this.Model, this.Output)];
            OutputColumns[] columns =
            [
                .. outputs.Select(output => new OutputColumns(
                    output, this.Model.Precision, isOnly: outputs.Count == 1, this.Prefix, this.AllProbabilities)),
            ];
            return new RowPredictions(this.Model, this.FeatureNames(), columns, this.BatchSize);
        }
        catch (CommandErrorException error)
        {
            // Wrong for each object that comes, so it is said once.
            this.ThrowTerminatingError(error.ErrorRecord);
            throw;
        }
    }

    private IReadOnlyList<string> FeatureNames() => this.Feature ?? this.Model.Preparation?.Source.FeatureNames ?? this.Model.FeatureNames ?? throw new CommandErrorException(
        "NoFeatureNames",
        ErrorCategory.InvalidArgument,
        this.Model,
        $"{this.Model.Name} does not know what its {this.Model.Network.Summary.InputSize} features are called, since it was not trained on " +
        "data with names. Say which properties they are with -Feature.");

    private void AnswerWaiting()
    {
        if (this.predictions is not null)
        {
            this.WriteObject(this.predictions.Answer(), enumerateCollection: true);
        }
    }

    private void AnswerRows(RowSource source)
    {
        RowSource rows = this.Model.Prepare(source);
        NamedOutput output = NamedOutput.Of(this.Model, this.Output, rows);
        long first = 0;
        foreach (Dataset data in rows.InMemory is { } all ? [all] : rows.Batches(rows.RowsWithin(ReadBytes)))
        {
            this.AnswerRows(data, first, output);
            first += data.Count;
        }
    }

    private void AnswerRows(Dataset data, long first, NamedOutput output)
    {
        double[] answers = this.Model.Engine.Predict(data, this.Cancellation);
        int size = answers.Length / data.Count;
        bool hasTargets = data.TargetSize == this.Model.Network.Summary.TargetSize;
        Preparation? scaled = this.Model.ScaledTargets;
        scaled?.InverseTargets(answers);
        for (int row = 0; row < data.Count; row++)
        {
            ReadOnlySpan<double> answer = answers.AsSpan((row * size) + output.First, output.Summary.Size);
            ReadOnlySpan<float> target = hasTargets ? data.Targets(row).Slice(output.FirstTarget, output.Summary.TargetSize) : default;
            this.WriteObject(output.DecidesClass ? Class(output, first + row, answer, target) : Value(first + row, answer, target, scaled));
        }
    }

    private static ClassPrediction Class(NamedOutput output, long row, ReadOnlySpan<double> answer, ReadOnlySpan<float> target)
    {
        int decided = output.Reading.Decide(answer);
        string? name = decided < 0 ? null : output.Classes[decided];
        string? actual = target.IsEmpty ? null : output.Classes.ElementAtOrDefault(output.Reading.ClassOf(target));
        if (!output.Reading.IsProbability)
        {
            return new ClassPrediction(row, name, null, null, answer.ToArray(), actual);
        }

        double[] probabilities = new double[output.Reading.Classes];
        output.Reading.Probabilities(answer, probabilities);
        return new ClassPrediction(row, name, decided < 0 ? null : probabilities[decided], probabilities, answer.ToArray(), actual);
    }

    private static ValuePrediction Value(long row, ReadOnlySpan<double> answer, ReadOnlySpan<float> target, Preparation? scaled)
    {
        double[]? actual = target.IsEmpty ? null : [.. target.ToArray().Select(value => (double)value)];
        if (actual is not null)
        {
            scaled?.InverseTargets(actual);
        }

        return new ValuePrediction(row, answer[0], answer.ToArray(), actual);
    }
}
