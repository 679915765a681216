namespace NetDsl.Data.Simulators;

/// <summary>Samples that are simulated when they are read, and again when they are read again: a series of any length takes no memory.</summary>
/// <param name="name">What the series is called in errors and checkpoints: what is simulated, and with which seed.</param>
/// <param name="layout">What a sample is made of.</param>
/// <param name="count">The number of samples, at least 1.</param>
/// <param name="simulation">The simulation.</param>
internal sealed class SimulatedSource(string name, RowLayout layout, long count, SampleSimulation simulation) : RowSource(name, layout, count)
{
    private readonly float[] unwantedTargets = new float[layout.TargetSize];
    private readonly float[] unwantedWeights = new float[layout.HasSampleWeights ? 1 : 0];

    /// <inheritdoc/>
    protected internal override void ReadRows(long first, int count, RowValues destination)
    {
        for (int i = 0; i < count; i++)
        {
            RowValues row = destination.Slice(i, 1, this.Layout);
            simulation.Simulate(
                first + i,
                new RowValues(
                    row.Features,
                    row.Targets.IsEmpty ? this.unwantedTargets : row.Targets,
                    row.SampleWeights.IsEmpty ? this.unwantedWeights : row.SampleWeights));
        }
    }
}
