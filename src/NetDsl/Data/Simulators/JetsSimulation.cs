using NetDsl.Kernels;

namespace NetDsl.Data.Simulators;

/// <summary>Simulates one jet after the other, of quarks and gluons in turn.</summary>
/// <param name="parameters">The constants, which were checked.</param>
/// <param name="seed">The seed.</param>
internal sealed class JetsSimulation(JetsParameters parameters, ulong seed) : SampleSimulation
{
    private readonly JetDistribution[] kinds = [new(parameters.Quark), new(parameters.Gluon)];

    /// <inheritdoc/>
    public override void Simulate(long sample, RowValues row)
    {
        RandomStream random = new(seed, RandomStreams.Simulation + (ulong)sample);
        int kind = (int)(sample % this.kinds.Length);
        this.kinds[kind].Draw(ref random, row.Features);
        row.Targets.Clear();
        row.Targets[kind] = 1;
        if (!row.SampleWeights.IsEmpty)
        {
            double magnitude = 1 / (1 - (2 * parameters.NegativeShare));
            row.SampleWeights[0] = (float)(random.NextUniform() < parameters.NegativeShare ? -magnitude : magnitude);
        }
    }
}
