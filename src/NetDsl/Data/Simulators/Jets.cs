namespace NetDsl.Data.Simulators;

/// <summary>
/// Simulates jets of quarks and gluons by four correlated features: the multiplicity (as a number without steps), the girth (the mean distance of the
/// particles from the axis, weighted with their momenta), ptD (how unevenly the momentum is shared) and the mass in GeV. The distributions are
/// known, so that the best possible answer is as well: <see cref="LogLikelihoodRatios"/>.
/// </summary>
public static class Jets
{
    private static readonly string[] Kinds = ["quark", "gluon"];

    /// <summary>The features in their order.</summary>
    public static IReadOnlyList<string> FeatureNames { get; } = ["multiplicity", "girth", "ptd", "mass"];

    /// <summary>Simulates jets of quarks and gluons in turn, half of each: four features, one-hot targets for "quark" and "gluon".</summary>
    /// <param name="count">The number of jets, at least 1.</param>
    /// <param name="seed">
    /// Jet i depends on the seed and on i alone: a longer series begins with the shorter one, whatever the number of threads.
    /// </param>
    /// <param name="weighted">
    /// Whether each jet has a weight, some of them negative; the features do not depend on them, so that the best answer stays what it is.
    /// </param>
    /// <param name="parameters">The constants, or null for the defaults.</param>
    /// <param name="cancellationToken">Ends a long simulation.</param>
    /// <exception cref="ArgumentException">The count or a constant is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The simulation was cancelled.</exception>
    public static Dataset Simulate(
        int count, ulong seed, bool weighted = false, JetsParameters? parameters = null, CancellationToken cancellationToken = default)
    {
        JetsParameters constants = parameters ?? new JetsParameters();
        constants.Check();
        RowLayout layout = new()
        {
            FeatureShape = [FeatureNames.Count],
            TargetShape = [Kinds.Length],
            FeatureNames = FeatureNames,
            Classes = Kinds,
            HasSampleWeights = weighted,
        };
        return SampleSimulation.Run(() => new JetsSimulation(constants, seed), layout, count, cancellationToken);
    }

    /// <summary>
    /// What no classifier can do better than (Neyman and Pearson 1933): for each jet log(p(features | gluon) / p(features | quark)). Above 0 it
    /// is more likely a gluon where both are equally frequent, and then 1 / (1 + exp(-ratio)) is the probability of it.
    /// </summary>
    /// <param name="jets">Jets with the four features.</param>
    /// <param name="parameters">The constants that they were simulated with, or null for the defaults.</param>
    /// <exception cref="ArgumentException">The data have other features, a feature is out of its range, or a constant is.</exception>
    public static double[] LogLikelihoodRatios(Dataset jets, JetsParameters? parameters = null)
    {
        ArgumentNullException.ThrowIfNull(jets);
        JetsParameters constants = parameters ?? new JetsParameters();
        constants.Check();
        if (jets.FeatureSize != FeatureNames.Count)
        {
            throw new ArgumentException(
                $"A jet has the {FeatureNames.Count} features {string.Join(", ", FeatureNames)}; these data have {jets.FeatureSize}.", nameof(jets));
        }

        JetDistribution quark = new(constants.Quark);
        JetDistribution gluon = new(constants.Gluon);
        double[] ratios = new double[jets.Count];
        for (int row = 0; row < ratios.Length; row++)
        {
            ReadOnlySpan<float> features = jets.Features(row);
            ratios[row] = gluon.LogDensity(features) - quark.LogDensity(features);
        }

        return ratios;
    }
}
