using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>Answers data with a model.</summary>
/// <remarks>
/// <para>
/// Gives one object a row: for a network that decides between classes the class, its probability and those of all classes; otherwise
/// the values. Where the data have targets, Actual says what they are.
/// </para>
/// </remarks>
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
[OutputType(typeof(ClassPrediction), typeof(ValuePrediction))]
public sealed class InvokeNetPredictionCommand : ModelCommand
{
    /// <summary>The data; targets are not needed.</summary>
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
