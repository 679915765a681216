using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>Answers data with a model.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "NetPrediction")]
[OutputType(typeof(ClassPrediction), typeof(ValuePrediction))]
public sealed class InvokeNetPredictionCommand : ModelCommand
{
    /// <summary>The data.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [DatasetTransformation]
    public Dataset Data { get; set; } = null!;

    /// <inheritdoc/>
    protected override bool ErrorsAreTerminating => false;

    /// <inheritdoc/>
    protected override void Process()
    {
        AnswerReader.CheckClasses(this.Model, this.Data);
        double[] outputs = this.Model.Engine.Predict(this.Data, this.Cancellation);
        AnswerReader reader = new(this.Model.Network.Summary, this.Model.Classes ?? this.Data.Classes);
        int size = outputs.Length / this.Data.Count;
        for (int row = 0; row < this.Data.Count; row++)
        {
            ReadOnlySpan<double> answer = outputs.AsSpan(row * size, size);
            this.WriteObject(reader.DecidesClass ? this.Class(reader, row, answer) : this.Value(row, answer));
        }
    }

    private ClassPrediction Class(AnswerReader reader, int row, ReadOnlySpan<double> answer)
    {
        double[] probabilities = reader.Probabilities(answer);
        int decided = reader.ClassOf(answer);
        string? actual = this.Data.TargetSize == answer.Length ? reader.Classes[reader.ClassOf(this.Data.Targets(row))] : null;
        return new ClassPrediction(row, reader.Classes[decided], probabilities[decided], probabilities, actual);
    }

    private ValuePrediction Value(int row, ReadOnlySpan<double> answer)
    {
        double[]? actual = this.Data.TargetSize == answer.Length ? [.. this.Data.Targets(row).ToArray().Select(v => (double)v)] : null;
        return new ValuePrediction(row, answer[0], answer.ToArray(), actual);
    }
}
