using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>Deals the rows of data at random into parts to train, to validate and to test with.</summary>
[Cmdlet(VerbsCommon.Split, "NetData")]
[OutputType(typeof(DataSplit))]
public sealed class SplitNetDataCommand : NetCommand
{
    /// <summary>The data.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [DatasetTransformation]
    public Dataset Data { get; set; } = null!;

    /// <summary>The fraction for validation.</summary>
    [Parameter]
    public double Validation { get; set; }

    /// <summary>The fraction for the test.</summary>
    [Parameter]
    public double Test { get; set; }

    /// <summary>What chance is drawn from.</summary>
    [Parameter]
    public ulong Seed { get; set; }

    /// <summary>Gives each part the same share of each class.</summary>
    [Parameter]
    public SwitchParameter Stratify { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => this.Data;

    /// <inheritdoc/>
    protected override void Process() =>
        this.WriteObject(this.Data.Split(this.Validation, this.Test, this.Seed, this.Stratify));
}
