namespace NetDsl.Data.Simulators;

/// <summary>
/// Simulates what a square array of surface detectors sees of air showers from cosmic nuclei: for each detector the waveforms of two layers of
/// scintillator in bins of 20 ns. The array and its detectors are those of the Telescope Array, whose events have about these properties; it is no
/// simulation of particles in air. <see cref="AirShowerParameters"/> holds every constant with its source.
/// </summary>
/// <remarks>
/// The signal expected at a distance from the axis is S800, which grows with the energy, times the lateral distribution. Muons, of which heavy
/// nuclei make more, leave spikes of 1 VEM in both layers; electromagnetic particles come later, leave little each, and hardly
/// reach the lower layer. The front of the shower is a curved plane; the delay behind it is log-normal and grows with the distance. The
/// waveforms of all detectors begin together and are shorter than a slant front needs for the whole array: who wants all of it takes more bins.
/// </remarks>
public static class AirShower
{
    /// <summary>The primary particles: hydrogen, helium, nitrogen and iron. Events are of each in turn.</summary>
    public static IReadOnlyList<string> Primaries { get; } = ["H", "He", "N", "Fe"];

    /// <summary>The mass numbers of <see cref="Primaries"/>.</summary>
    internal static IReadOnlyList<double> MassNumbers { get; } = [1, 4, 14, 56];

    /// <summary>Simulates events: features [6, 6, 128, 2] (rows and columns of the array, time, upper and lower layer).</summary>
    /// <param name="count">The number of events, at least 1.</param>
    /// <param name="seed">
    /// Event i depends on the seed and on i alone: a longer series begins with the shorter one, whatever the number of threads.
    /// </param>
    /// <param name="target">What is to be learnt.</param>
    /// <param name="raw">
    /// Whether signals are left in VEM. They span five decades; therefore they are otherwise log10(1 + |signal|), with the sign of the signal, which
    /// noise may make negative.
    /// </param>
    /// <param name="parameters">The constants, or null for the defaults.</param>
    /// <param name="cancellationToken">Ends a long simulation.</param>
    /// <exception cref="ArgumentException">The count or a constant is out of its range, or more values would be made than an array holds.</exception>
    /// <exception cref="OperationCanceledException">The simulation was cancelled.</exception>
    public static Dataset Simulate(
        int count,
        ulong seed,
        AirShowerTarget target = AirShowerTarget.Direction,
        bool raw = false,
        AirShowerParameters? parameters = null,
        CancellationToken cancellationToken = default)
    {
        AirShowerParameters constants = Checked(parameters);
        return SampleSimulation.Run(
            () => new AirShowerSimulation(constants, seed, target, raw), Layout(constants, target), count, cancellationToken);
    }

    /// <summary>
    /// The same events as a source of rows, which are simulated when they are read: more than memory holds can be trained with or written to a file.
    /// </summary>
    /// <param name="count">The number of events, at least 1.</param>
    /// <param name="seed">The seed: the events are those of <see cref="Simulate"/>.</param>
    /// <param name="target">What is to be learnt.</param>
    /// <param name="raw">Whether signals are left in VEM.</param>
    /// <param name="parameters">The constants, or null for the defaults.</param>
    /// <exception cref="ArgumentException">The count or a constant is out of its range.</exception>
    public static RowSource Stream(
        long count, ulong seed, AirShowerTarget target = AirShowerTarget.Direction, bool raw = false, AirShowerParameters? parameters = null)
    {
        AirShowerParameters constants = Checked(parameters);
        return new SimulatedSource(
            FormattableString.Invariant($"{nameof(AirShower)} of seed {seed}"),
            Layout(constants, target),
            count,
            new AirShowerSimulation(constants, seed, target, raw));
    }

    private static AirShowerParameters Checked(AirShowerParameters? parameters)
    {
        AirShowerParameters constants = parameters ?? new AirShowerParameters();
        constants.Check();
        return constants;
    }

    private static RowLayout Layout(AirShowerParameters constants, AirShowerTarget target)
    {
        string[] names = TargetNames(target);
        bool isLabel = target == AirShowerTarget.Primary;
        return new RowLayout
        {
            FeatureShape = [constants.Detectors, constants.Detectors, constants.Bins, 2],
            TargetShape = [names.Length],
            TargetNames = isLabel ? null : names,
            Classes = isLabel ? Primaries : null,
        };
    }

    private static string[] TargetNames(AirShowerTarget target) => target switch
    {
        AirShowerTarget.Direction => ["x", "y", "z"],
        AirShowerTarget.Energy => ["log_energy"],
        AirShowerTarget.Primary => [.. Primaries],
        AirShowerTarget.All => ["x", "y", "z", "log_energy", .. Primaries],
        _ => throw new ArgumentException($"There is no target {target}. Give a member of {nameof(AirShowerTarget)}.", nameof(target)),
    };
}
