using System.Numerics.Tensors;
using NetDsl.Kernels;

namespace NetDsl.Data.Simulators;

/// <summary>Simulates one image after the other, of showers and tracks in turn.</summary>
/// <param name="parameters">The constants, which were checked.</param>
/// <param name="seed">The seed.</param>
/// <param name="raw">Whether pixels are left from 0 to 255.</param>
internal sealed class ShowerTrackSimulation(ShowerTrackParameters parameters, ulong seed, bool raw) : SampleSimulation
{
    private readonly ShowerTrackImage painter = new(parameters);

    /// <inheritdoc/>
    public override void Simulate(long sample, RowValues row)
    {
        RandomStream random = new(seed, RandomStreams.Simulation + (ulong)sample);
        bool isTrack = sample % 2 == 1;
        this.painter.Draw(isTrack ? parameters.Track : parameters.Shower, ref random, row.Features);
        float brightest = TensorPrimitives.Max(row.Features);
        if (!raw && brightest > 0)
        {
            TensorPrimitives.Divide(row.Features, brightest, row.Features);
        }

        row.Targets[0] = isTrack ? 0 : 1;
        row.Targets[1] = isTrack ? 1 : 0;
    }
}
