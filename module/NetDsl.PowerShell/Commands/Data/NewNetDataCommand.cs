using System.Management.Automation;
using NetDsl.Data;
using NetDsl.Data.Simulators;

namespace NetDsl.PowerShell;

/// <summary>Simulates data to learn from.</summary>
/// <remarks>
/// <para>
/// ShowerTrack draws what a particle leaves in a detector, a shower or a track, in images of 32 x 32 pixels, half of each kind. Showers
/// are brighter than tracks, so that the brightest pixel alone would tell most of them apart; therefore each image is divided by its
/// own maximum, unless -Raw is given.
/// </para>
/// </remarks>
/// <example>
/// <para>A thousand images in three parts</para>
/// <code>
/// $data = New-NetData ShowerTrack -Count 1000 -Seed 1 | Split-NetData -Validation 0.1 -Test 0.2
/// </code>
/// </example>
/// <example>
/// <para>Images with their pixels from 0 to 255</para>
/// <code>
/// $raw = New-NetData ShowerTrack -Count 100 -Raw
/// </code>
/// </example>
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

    /// <summary>
    /// What chance is drawn from. Sample i depends on the seed and on i alone: a longer series begins with the shorter one.
    /// </summary>
    [Parameter]
    public ulong Seed { get; set; }

    /// <summary>Keeps the pixels as they are, from 0 to 255.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => this.Simulator;

    /// <inheritdoc/>
    protected override void Process() =>
        this.WriteObject(ShowerTrack.Simulate(this.Count, this.Seed, this.Raw, cancellationToken: this.Cancellation));
}
