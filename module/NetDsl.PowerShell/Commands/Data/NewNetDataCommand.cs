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
/// <para>
/// Sine draws points x from -pi to pi and y = sin x with Gaussian noise: the smallest regression. Logic is a truth table of three inputs of
/// which four rows are known, always the same: the smallest classification, for one sigmoid.
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
/// <example>
/// <para>Points of a curve, and the first of them</para>
/// <code>
/// $points = New-NetData Sine -Count 500 -Noise 0.05
/// $points.Row(0)
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

    /// <summary>For ShowerTrack: keeps the pixels as they are, from 0 to 255.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <summary>For Sine: the standard deviation of the noise.</summary>
    [Parameter]
    [ValidateRange(0.0, double.MaxValue)]
    public double Noise { get; set; } = 0.1;

    /// <inheritdoc/>
    protected override object? ErrorTarget => this.Simulator;

    /// <inheritdoc/>
    protected override void Process() => this.WriteObject(this.Simulate());

    private Dataset Simulate()
    {
        switch (this.Simulator)
        {
            case Simulator.Logic:
                this.RefuseGiven(
                    this.Simulator,
                    "Logic is always the same and has no settings",
                    nameof(this.Count),
                    nameof(this.Seed),
                    nameof(this.Raw),
                    nameof(this.Noise));
                return Logic.Table();
            case Simulator.Sine:
                this.RefuseGiven(this.Simulator, "Sine has -Count, -Seed and -Noise", nameof(this.Raw));
                return Sine.Simulate(this.Count, this.Seed, this.Noise);
            default:
                this.RefuseGiven(this.Simulator, "ShowerTrack has -Count, -Seed and -Raw", nameof(this.Noise));
                return ShowerTrack.Simulate(this.Count, this.Seed, this.Raw, cancellationToken: this.Cancellation);
        }
    }
}
