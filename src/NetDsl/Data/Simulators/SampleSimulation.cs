namespace NetDsl.Data.Simulators;

/// <summary>
/// Simulates one sample after the other, in buffers of its own: one for each thread. What it makes of a sample depends on its seed and on the
/// sample's number alone.
/// </summary>
internal abstract class SampleSimulation
{
    /// <summary>Simulates a sample.</summary>
    /// <param name="sample">Its number, from 0.</param>
    /// <param name="features">Where its features go; what is there before is overwritten.</param>
    /// <param name="targets">Where its targets go, likewise.</param>
    public abstract void Simulate(long sample, Span<float> features, Span<float> targets);

    /// <summary>Simulates a series, on all processors.</summary>
    /// <param name="create">Makes the simulation of one thread.</param>
    /// <param name="count">The number of samples, at least 1.</param>
    /// <param name="featureSize">The features of a sample.</param>
    /// <param name="targetSize">The targets of a sample.</param>
    /// <param name="cancellationToken">Ends a long simulation.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no sample, or more than an array holds.</exception>
    public static (float[] Features, float[] Targets) Run(
        Func<SampleSimulation> create, int count, int featureSize, int targetSize, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Array.MaxLength / Math.Max(featureSize, targetSize));
        float[] features = new float[count * featureSize];
        float[] targets = new float[count * targetSize];
        Parallel.For(
            0,
            count,
            new ParallelOptions { CancellationToken = cancellationToken },
            create,
            (i, _, simulation) =>
            {
                simulation.Simulate(i, features.AsSpan(i * featureSize, featureSize), targets.AsSpan(i * targetSize, targetSize));
                return simulation;
            },
            _ => { });
        return (features, targets);
    }
}
