using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>Fits steps that prepare data, such as a scaling, to the rows to train with.</summary>
/// <remarks>
/// <para>
/// The steps are done one after the other, and each finds its numbers, such as means, in the rows as those before leave them. Fit them to the part
/// to train with alone, so that the rows to validate and to test with stay unknown to the model; Split-NetData -Step does so by itself.
/// </para>
/// <para>
/// The result prepares data or a stream with its method Apply. A model that is trained with prepared data remembers the preparation, also in its
/// file, and Invoke-NetPrediction and Measure-NetModel apply it to data as they come; data that are prepared already are taken as they are.
/// </para>
/// <para>
/// -Step takes names of steps, steps with settings from the command of their name in parentheses, and script blocks. In a script block $_ is a row: a
/// table of its features by name, which the script may change, add to and take from. It runs in a session of its own and sees no variables of this one.
/// </para>
/// </remarks>
/// <example>
/// <para>Scale some columns and encode another, and see what was found</para>
/// <code>
/// $rows = 1..40 | ForEach-Object { [pscustomobject]@{ energy = $_ * 10; kind = ('red', 'blue')[$_ % 2]; z = $_ % 3 } }
/// $data = $rows | ConvertTo-NetData -Target z -Category kind
/// $preparation = New-NetPreparation $data -Step (StandardScaler energy), (OneHotEncoder kind)
/// $preparation.Steps
/// $prepared = $preparation.Apply($data)
/// </code>
/// </example>
/// <example>
/// <para>A column that is made of two others</para>
/// <code>
/// $data = 1..40 | ForEach-Object { @{ a = $_; b = 2 + $_ % 5; z = $_ % 3 } } | ConvertTo-NetData -Target z
/// $preparation = New-NetPreparation $data -Step { $_.ratio = $_.a / $_.b }, StandardScaler
/// $preparation.Apply($data).FeatureNames
/// </code>
/// </example>
[Cmdlet(VerbsCommon.New, "NetPreparation")]
[OutputType(typeof(Preparation))]
public sealed class NewNetPreparationCommand : NetCommand
{
    /// <summary>The data or the stream to fit to: the rows to train with, and no others.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [RowSourceTransformation]
    public RowSource Data { get; set; } = null!;

    /// <summary>What is to be done, in order: names of steps, steps with settings as in (StandardScaler energy*), script blocks.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [PreparationStepTransformation]
    [ArgumentCompleter(typeof(PreparationStepCompleter))]
    [ValidateNotNullOrEmpty]
    public PreparationStep[] Step { get; set; } = [];

    /// <summary>What a sample of the rows is drawn from, where a step needs quantiles of more rows than it holds.</summary>
    [Parameter]
    public ulong Seed { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => this.Data.InMemory ?? (object)this.Data;

    /// <inheritdoc/>
    protected override void Process() => this.WriteObject(Preparation.Fit(this.Step, this.Data, this.Seed));
}
