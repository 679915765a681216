namespace NetDsl.Data.Simulators;

/// <summary>
/// Simulates the signals of the layers of a calorimeter, from which the energy of a particle is to be learnt. Each layer answers linearly, with a
/// gain, an offset and noise, to its share of the energy, which changes from particle to particle. So a linear model is the right one, and
/// <see cref="CalorimeterParameters.Weights"/> and <see cref="CalorimeterParameters.Intercept"/> say what it should find.
/// </summary>
public static class Calorimeter
{
    /// <summary>Simulates particles: a feature for each layer, called layer_0, layer_1 ..., in counts; one target, the energy in GeV.</summary>
    /// <param name="count">The number of particles, at least 1.</param>
    /// <param name="seed">
    /// Particle i depends on the seed and on i alone: a longer series begins with the shorter one, whatever the number of threads.
    /// </param>
    /// <param name="parameters">The constants, or null for the defaults.</param>
    /// <param name="cancellationToken">Ends a long simulation.</param>
    /// <exception cref="ArgumentException">The count or a constant is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The simulation was cancelled.</exception>
    public static Dataset Simulate(
        int count, ulong seed, CalorimeterParameters? parameters = null, CancellationToken cancellationToken = default)
    {
        CalorimeterParameters constants = parameters ?? new CalorimeterParameters();
        constants.Check();
        int layers = constants.Layers.Count;
        RowLayout layout = new()
        {
            FeatureShape = [layers],
            TargetShape = [1],
            FeatureNames = [.. Enumerable.Range(0, layers).Select(i => FormattableString.Invariant($"layer_{i}"))],
            TargetNames = ["energy"],
        };
        return SampleSimulation.Run(() => new CalorimeterSimulation(constants, seed), layout, count, cancellationToken);
    }
}
