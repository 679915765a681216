using System.Management.Automation;
using System.Numerics.Tensors;
using NetDsl.Data;
using NetDsl.Evaluation;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>Measures how well a model does on data.</summary>
/// <remarks>
/// <para>
/// Gives the mean loss and, for a network that decides between classes, the accuracy and the confusion matrix. Dropout is off and the
/// model is not changed.
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
[Cmdlet(VerbsDiagnostic.Measure, "NetModel")]
[OutputType(typeof(NetMeasurement))]
public sealed class MeasureNetModelCommand : ModelCommand
{
    /// <summary>The data, with targets.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [DatasetTransformation]
    public Dataset Data { get; set; } = null!;

    /// <inheritdoc/>
    protected override bool ErrorsAreTerminating => false;

    /// <inheritdoc/>
    protected override void Process()
    {
        AnswerReader.CheckClasses(this.Model, this.Data);
        EvaluationResult result = this.Model.Engine.Evaluate(this.Data, this.Cancellation);
        this.WriteObject(new NetMeasurement(this.Model, this.Data.Count, result.Loss, result.Accuracy, this.CountClasses()));
    }

    private ConfusionMatrix? CountClasses()
    {
        NetworkSummary summary = this.Model.Network.Summary;
        AnswerReader reader = new(summary, this.Model.Classes ?? this.Data.Classes);
        if (!reader.DecidesClass)
        {
            return null;
        }

        double[] outputs = this.Model.Engine.Predict(this.Data, this.Cancellation);
        double[] targets = new double[outputs.Length];
        TensorPrimitives.ConvertTruncating<float, double>(this.Data.AllTargets, targets);
        return summary.OutputSize == 1
            ? ConfusionMatrix.Binary<double>(outputs, targets, reader.Classes)
            : ConfusionMatrix.Categorical<double>(outputs, targets, reader.Classes);
    }
}
