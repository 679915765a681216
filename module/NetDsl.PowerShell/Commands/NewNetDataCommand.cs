using System.Management.Automation;
using NetDsl.Data;
using NetDsl.Data.Simulators;

namespace NetDsl.PowerShell;

/// <summary>Simulates data to learn from.</summary>
[Cmdlet(VerbsCommon.New, "NetData")]
[OutputType(typeof(Dataset))]
public sealed class NewNetDataCommand : NetCommand
{
    /// <summary>What is simulated.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public Simulator Simulator { get; set; }

    /// <summary>The number of samples.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int Count { get; set; } = 1024;

    /// <summary>What chance is drawn from.</summary>
    [Parameter]
    public ulong Seed { get; set; }

    /// <summary>Keeps the pixels as they are.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => this.Simulator;

    /// <inheritdoc/>
    protected override void Process() =>
        this.WriteObject(ShowerTrack.Simulate(this.Count, this.Seed, this.Raw, cancellationToken: this.Cancellation));
}
