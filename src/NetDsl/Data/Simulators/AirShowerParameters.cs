namespace NetDsl.Data.Simulators;

/// <summary>
/// The constants of <see cref="AirShower"/>. The array, its detectors and the form of the lateral distribution and of the front are those of the
/// surface detector of the Telescope Array (Abu-Zayyad et al., "The surface detector array of the Telescope Array experiment", Nuclear
/// Instruments and Methods A 689, 2012; "Upper limit on the flux of photons with energies above 10^19 eV", Physical Review D 88, 2013). Where no
/// source is named the value is a choice of this simulation, of the size that real and fully simulated showers have.
/// </summary>
/// <remarks>Signals are in VEM, the signal of one muon that crosses a layer vertically.</remarks>
public sealed record AirShowerParameters
{
    /// <summary>The detectors along each edge of the square array.</summary>
    public int Detectors { get; init; } = 6;

    /// <summary>The time bins of a waveform. All waveforms of an event begin together; what comes before or after is lost.</summary>
    public int Bins { get; init; } = 128;

    /// <summary>The width of a time bin in ns.</summary>
    public double BinWidth { get; init; } = 20;

    /// <summary>The distance between neighbouring detectors in m.</summary>
    public double Spacing { get; init; } = 1200;

    /// <summary>The area of a layer of scintillator in m^2.</summary>
    public double DetectorArea { get; init; } = 3;

    /// <summary>
    /// The largest zenith angle in degrees. Zenith angles are distributed as sin x cos, which an isotropic flux is on a flat array.
    /// </summary>
    public double MaximumZenith { get; init; } = 45;

    /// <summary>The smallest log10(E / EeV); energies are uniform in the logarithm.</summary>
    public double MinimumLogEnergy { get; init; }

    /// <summary>The largest log10(E / EeV).</summary>
    public double MaximumLogEnergy { get; init; } = 2;

    /// <summary>
    /// How far from the central detector the core lies at most, in units of <see cref="Spacing"/>: uniform in a disc. The central detector of
    /// an array of even edge is the one at half of it, counted from 0.
    /// </summary>
    public double CoreDistance { get; init; } = 1;

    /// <summary>Rm of the lateral distribution in m: Moliere's radius at the height of the array.</summary>
    public double MoliereRadius { get; init; } = 90;

    /// <summary>R1 of the lateral distribution in m, beyond which it falls faster.</summary>
    public double OuterRadius { get; init; } = 1000;

    /// <summary>eta of the lateral distribution for a vertical shower: 3.97 of eta = 3.97 - 1.79 (sec theta - 1).</summary>
    public double Eta { get; init; } = 3.97;

    /// <summary>How eta falls with sec theta: 1.79 of eta = 3.97 - 1.79 (sec theta - 1).</summary>
    public double EtaSlope { get; init; } = 1.79;

    /// <summary>A detector nearer to the axis than this, in m, gets the signal of this distance: the lateral distribution has no bound at 0.</summary>
    public double MinimumRadius { get; init; } = 10;

    /// <summary>
    /// S800, the density at 800 m from the axis, of a vertical proton shower of 1 EeV in VEM / m^2: that of E = 2.15e17 eV S600^1.015 (Nagano et
    /// al., "Comparison of AGASA data with CORSIKA simulation", Astroparticle Physics 13, 2000), brought from 600 m to 800 m.
    /// </summary>
    public double SignalOfUnitEnergy { get; init; } = 1.42;

    /// <summary>The power of the energy that S800 grows with: 1 / 1.015 of the same source.</summary>
    public double SignalExponent { get; init; } = 0.985;

    /// <summary>
    /// The attenuation of the electromagnetic part, exp(-X (sec theta - 1) - Y (sec theta - 1)^2): X is 920 / 500, the depth of the atmosphere
    /// over the length of attenuation (Yoshida et al., Journal of Physics G 20, 1994). Muons reach the ground whatever the zenith angle.
    /// </summary>
    public double Attenuation { get; init; } = 1.84;

    /// <summary>Y of the attenuation, 920 / 594.</summary>
    public double SecondAttenuation { get; init; } = 1.55;

    /// <summary>The standard deviation of log S800 between showers of the same energy, direction and primary.</summary>
    public double ShowerFluctuation { get; init; } = 0.1;

    /// <summary>The share of muons in the signal of a vertical proton shower of 10 EeV at 800 m.</summary>
    public double MuonShare { get; init; } = 0.25;

    /// <summary>The power of the distance that the share of the muons grows with.</summary>
    public double MuonShareExponent { get; init; } = 0.5;

    /// <summary>
    /// beta: a nucleus of mass number A and energy E makes A^(1 - beta) E^beta muons, like A protons of energy E / A (J. Matthews, "A Heitler
    /// model of extensive air showers", Astroparticle Physics 22, 2005).
    /// </summary>
    public double MuonExponent { get; init; } = 0.9;

    /// <summary>The share of the electromagnetic signal that also reaches the lower layer; muons cross both.</summary>
    public double LowerLayerShare { get; init; } = 0.2;

    /// <summary>The standard deviation of a muon's signal of 1 VEM, for each layer by itself.</summary>
    public double MuonSignalSpread { get; init; } = 0.2;

    /// <summary>The mean signal of an electromagnetic particle in VEM; it is distributed exponentially.</summary>
    public double ElectromagneticSignal { get; init; } = 0.2;

    /// <summary>
    /// a of the front's delay a (1 + r / 30 m)^1.5 LDF(r)^-0.5 in ns (Linsley's curvature in the form of the Telescope Array), where LDF is 1 at 800 m.
    /// </summary>
    public double FrontDelay { get; init; } = 0.7;

    /// <summary>
    /// The median delay of an electromagnetic particle behind the front is this, in ns, times (1 + r / 30 m)^1.5: half of the thickness that
    /// Linsley gives (Journal of Physics G 12, 1986).
    /// </summary>
    public double ElectromagneticDelay { get; init; } = 1.3;

    /// <summary>The standard deviation of the logarithm of that delay.</summary>
    public double ElectromagneticDelaySpread { get; init; } = 0.7;

    /// <summary>The same as <see cref="ElectromagneticDelay"/> for muons, which fly straight and come earlier.</summary>
    public double MuonDelay { get; init; } = 0.5;

    /// <summary>The standard deviation of the logarithm of a muon's delay.</summary>
    public double MuonDelaySpread { get; init; } = 0.5;

    /// <summary>t0: the share of the waveforms' length that has passed when the front reaches the core.</summary>
    public double CoreTime { get; init; } = 0.5;

    /// <summary>How much earlier or later that may be, in ns, uniformly.</summary>
    public double CoreTimeSpread { get; init; } = 100;

    /// <summary>The standard deviation of the noise of a bin in VEM.</summary>
    public double Noise { get; init; } = 0.02;

    /// <summary>
    /// The smallest signal in VEM, in the upper layer and within the waveform, with which a detector is read out: the others have waveforms of
    /// zeros, without noise.
    /// </summary>
    public double Threshold { get; init; } = 0.3;

    /// <summary>Refuses constants that give no showers.</summary>
    /// <exception cref="ArgumentException">A constant is out of its range.</exception>
    internal void Check()
    {
        ParameterChecks.Range(this.Detectors, 1, 1000, nameof(this.Detectors));
        ParameterChecks.Range(this.Bins, 1, 100_000, nameof(this.Bins));
        ParameterChecks.Range(2L * this.Detectors * this.Detectors * this.Bins, 1, Array.MaxLength, "The number of values of an event");
        ParameterChecks.Range(this.BinWidth, 1e-3, 1e6, nameof(this.BinWidth));
        ParameterChecks.Range(this.Spacing, 1, 1e6, nameof(this.Spacing));
        ParameterChecks.Range(this.DetectorArea, 1e-6, 1e6, nameof(this.DetectorArea));
        ParameterChecks.Range(this.MaximumZenith, 0, 80, nameof(this.MaximumZenith));
        ParameterChecks.Range(this.MinimumLogEnergy, -6, 6, nameof(this.MinimumLogEnergy));
        ParameterChecks.Range(this.MaximumLogEnergy, -6, 6, nameof(this.MaximumLogEnergy));
        ParameterChecks.Ordered(this.MinimumLogEnergy, this.MaximumLogEnergy, nameof(this.MinimumLogEnergy), nameof(this.MaximumLogEnergy));
        ParameterChecks.Range(this.CoreDistance, 0, 1000, nameof(this.CoreDistance));
        this.CheckSignals();
        this.CheckTimes();
    }

    private void CheckSignals()
    {
        ParameterChecks.Range(this.MoliereRadius, 1, 1e6, nameof(this.MoliereRadius));
        ParameterChecks.Range(this.OuterRadius, 1, 1e6, nameof(this.OuterRadius));
        ParameterChecks.Range(this.Eta, 0, 20, nameof(this.Eta));
        ParameterChecks.Range(this.EtaSlope, -20, 20, nameof(this.EtaSlope));
        ParameterChecks.Range(this.MinimumRadius, 1, 1e6, nameof(this.MinimumRadius));
        ParameterChecks.Range(this.SignalOfUnitEnergy, 0, 1e6, nameof(this.SignalOfUnitEnergy));
        ParameterChecks.Range(this.SignalExponent, 0, 2, nameof(this.SignalExponent));
        ParameterChecks.NotNegative(this.Attenuation, nameof(this.Attenuation));
        ParameterChecks.NotNegative(this.SecondAttenuation, nameof(this.SecondAttenuation));
        ParameterChecks.Range(this.ShowerFluctuation, 0, 2, nameof(this.ShowerFluctuation));
        ParameterChecks.Range(this.MuonShare, 0, 1, nameof(this.MuonShare));
        ParameterChecks.Range(this.MuonShareExponent, -2, 2, nameof(this.MuonShareExponent));
        ParameterChecks.Range(this.MuonExponent, 0, 1, nameof(this.MuonExponent));
        ParameterChecks.Range(this.LowerLayerShare, 0, 1, nameof(this.LowerLayerShare));
        ParameterChecks.Range(this.MuonSignalSpread, 0, 1, nameof(this.MuonSignalSpread));
        ParameterChecks.Range(this.ElectromagneticSignal, 1e-3, 1e3, nameof(this.ElectromagneticSignal));
        ParameterChecks.Range(this.Noise, 0, 1e6, nameof(this.Noise));
        ParameterChecks.NotNegative(this.Threshold, nameof(this.Threshold));
    }

    private void CheckTimes()
    {
        ParameterChecks.NotNegative(this.FrontDelay, nameof(this.FrontDelay));
        ParameterChecks.Positive(this.ElectromagneticDelay, nameof(this.ElectromagneticDelay));
        ParameterChecks.Range(this.ElectromagneticDelaySpread, 0.01, 5, nameof(this.ElectromagneticDelaySpread));
        ParameterChecks.Positive(this.MuonDelay, nameof(this.MuonDelay));
        ParameterChecks.Range(this.MuonDelaySpread, 0.01, 5, nameof(this.MuonDelaySpread));
        ParameterChecks.Range(this.CoreTime, -10, 10, nameof(this.CoreTime));
        ParameterChecks.NotNegative(this.CoreTimeSpread, nameof(this.CoreTimeSpread));
    }
}
