using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>Deals the rows of data at random into parts to train, to validate and to test with.</summary>
/// <remarks>
/// <para>
/// The parts are Train, Validation and Test of the result. Validation data tell during training how well the network does on rows it
/// does not learn from; test data are for the end. What is in neither is to train with.
/// </para>
/// </remarks>
/// <example>
/// <para>A tenth to validate and a fifth to test with</para>
/// <code>
/// $data = New-NetData ShowerTrack -Count 1000 | Split-NetData -Validation 0.1 -Test 0.2
/// </code>
/// </example>
/// <example>
/// <para>The same share of each class in both parts</para>
/// <code>
/// $data = New-NetData ShowerTrack -Count 1000 | Split-NetData -Test 0.2 -Stratify -Seed 7
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Split, "NetData")]
[OutputType(typeof(DataSplit))]
public sealed class SplitNetDataCommand : NetCommand
{
    /// <summary>The data, from Import-NetData, ConvertTo-NetData or New-NetData.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [DatasetTransformation]
    public Dataset Data { get; set; } = null!;

    /// <summary>The fraction of the rows for validation, from 0 to below 1.</summary>
    [Parameter]
    public double Validation { get; set; }

    /// <summary>The fraction of the rows for the test, from 0 to below 1.</summary>
    [Parameter]
    public double Test { get; set; }

    /// <summary>What chance is drawn from: the same seed gives the same parts on every machine.</summary>
    [Parameter]
    public ulong Seed { get; set; }

    /// <summary>Gives each part the same share of each class, as nearly as whole rows allow.</summary>
    [Parameter]
    public SwitchParameter Stratify { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => this.Data;

    /// <inheritdoc/>
    protected override void Process() =>
        this.WriteObject(this.Data.Split(this.Validation, this.Test, this.Seed, this.Stratify));
}
