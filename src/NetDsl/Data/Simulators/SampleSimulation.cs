namespace NetDsl.Data.Simulators;

/// <summary>
/// Simulates one sample after the other, in buffers of its own: one for each thread. What it makes of a sample depends on its seed and on the
/// sample's number alone.
/// </summary>
internal abstract class SampleSimulation
{
    /// <summary>Simulates a sample.</summary>
    /// <param name="sample">Its number, from 0.</param>
    /// <param name="row">
    /// Room for its features and targets, and for its weight where samples have weights; what is there before is overwritten.
    /// </param>
    public abstract void Simulate(long sample, RowValues row);

    /// <summary>Simulates a series, on all processors.</summary>
    /// <param name="create">Makes the simulation of one thread.</param>
    /// <param name="layout">What a sample is made of.</param>
    /// <param name="count">The number of samples, at least 1.</param>
    /// <param name="cancellationToken">Ends a long simulation.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no sample, or more than an array holds.</exception>
    /// <exception cref="OperationCanceledException">The simulation was cancelled.</exception>
    public static Dataset Run(Func<SampleSimulation> create, RowLayout layout, int count, CancellationToken cancellationToken)
    {
        int featureSize = layout.FeatureSize;
        int targetSize = layout.TargetSize;
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Array.MaxLength / Math.Max(featureSize, targetSize));
        float[] features = new float[count * featureSize];
        float[] targets = new float[count * targetSize];
        float[] weights = new float[layout.HasSampleWeights ? count : 0];
        Parallel.For(
            0,
            count,
            new ParallelOptions { CancellationToken = cancellationToken },
            create,
            (i, _, simulation) =>
            {
                simulation.Simulate(i, new RowValues(features, targets, weights).Slice(i, 1, layout));
                return simulation;
            },
            _ => { });
        return new Dataset(layout, features, targets, weights, RowKeys.None, path: null);
    }
}
