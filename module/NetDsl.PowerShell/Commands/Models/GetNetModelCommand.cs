using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>Shows what a model is: its layers, shapes, parameters and cost.</summary>
/// <remarks>
/// <para>
/// The summary has a line for each layer, as Keras prints it: its name and kind, the shape of its output, the number of its parameters,
/// the floating-point operations of one sample, and, where layers branch, what feeds it. The totals follow, also of the parameters that
/// training does not change. A multiplication and an addition count as two operations.
/// </para>
/// <para>
/// Of a saved model only the description is read, not the parameters.
/// </para>
/// </remarks>
/// <example>
/// <para>The summary of a model</para>
/// <code>
/// $model = New-NetModel Digits -InputShape 28, 28, 1 -Loss CategoricalCrossentropy {
///     Conv2D 8 3 -Activation ReLU
///     MaxPooling2D 2
///     Flatten
///     Dense 10 -Activation Softmax
/// }
/// $model | Get-NetModel
/// </code>
/// </example>
/// <example>
/// <para>The layers of a saved model that have most of its parameters</para>
/// <code>
/// New-NetModel Wide -InputShape 16 -Loss MeanSquaredError { Dense 64 -Activation ReLU; Dense 1 } | Export-NetModel -Path wide -Force
/// (Get-NetModel -Path wide.safetensors).Layers | Sort-Object Parameters -Descending | Select-Object -First 1
/// </code>
/// </example>
/// <example>
/// <para>Which of the saved models of a folder fits in how many bytes</para>
/// <code>
/// New-NetModel Narrow -InputShape 4 -Loss MeanSquaredError { Dense 1 } | Export-NetModel -Path narrow -Force
/// Get-ChildItem *.safetensors | Get-NetModel | Format-Table Name, Parameters, Bytes, Path
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Get, "NetModel", DefaultParameterSetName = ModelSet)]
[OutputType(typeof(NetModelSummary))]
public sealed class GetNetModelCommand : ModelFileCommand
{
    private const string ModelSet = "Model";

    /// <summary>The model, from New-NetModel or Import-NetModel, or what Invoke-NetTraining gave.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ModelSet)]
    public NetModel Model { get; set; } = null!;

    /// <inheritdoc/>
    protected override object? ErrorTarget => this.Model;

    /// <inheritdoc/>
    protected override void Process()
    {
        if (this.ParameterSetName == ModelSet)
        {
            this.WriteObject(new NetModelSummary(this.Model, path: null));
            return;
        }

        base.Process();
    }

    /// <inheritdoc/>
    protected override void Read(string file) =>
        this.WriteObject(new NetModelSummary(SavedModel.Open(file, this, this.Cancellation).CreateModel(), file));
}
