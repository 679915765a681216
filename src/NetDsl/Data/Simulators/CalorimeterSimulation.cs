using NetDsl.Kernels;

namespace NetDsl.Data.Simulators;

/// <summary>Simulates one particle in a calorimeter after the other.</summary>
/// <param name="parameters">The constants, which were checked.</param>
/// <param name="seed">The seed.</param>
internal sealed class CalorimeterSimulation(CalorimeterParameters parameters, ulong seed) : SampleSimulation
{
    private readonly double[] shares = new double[parameters.Layers.Count];

    /// <inheritdoc/>
    public override void Simulate(long sample, RowValues row)
    {
        RandomStream random = new(seed, RandomStreams.Simulation + (ulong)sample);
        double energy = parameters.MinimumEnergy + ((parameters.MaximumEnergy - parameters.MinimumEnergy) * random.NextUniform());
        double sum = 0;
        for (int i = 0; i < this.shares.Length; i++)
        {
            this.shares[i] = parameters.Layers[i].MeanShare * PortableMath.Exp(parameters.ShareSpread * random.NextNormal());
            sum += this.shares[i];
        }

        for (int i = 0; i < this.shares.Length; i++)
        {
            CalorimeterLayer layer = parameters.Layers[i];
            double got = energy * (this.shares[i] / sum);
            double seen = got + (parameters.Resolution(got) * random.NextNormal());
            row.Features[i] = (float)((layer.Gain * seen) + layer.Offset);
        }

        row.Targets[0] = (float)energy;
    }
}
