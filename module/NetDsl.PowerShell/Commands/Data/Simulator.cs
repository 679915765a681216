namespace NetDsl.PowerShell;

/// <summary>What can simulate data.</summary>
public enum Simulator
{
    /// <summary>Images of particle showers and tracks, 32 x 32 pixels.</summary>
    ShowerTrack,

    /// <summary>Four rows of a truth table of three inputs, of which the first is the answer.</summary>
    Logic,

    /// <summary>Noisy points of a sine curve.</summary>
    Sine,

    /// <summary>Signals of the layers of a calorimeter, which answer linearly to the energy of a particle.</summary>
    Calorimeter,

    /// <summary>Jets of quarks and gluons, by four correlated features.</summary>
    Jets,

    /// <summary>Images of elliptical and spiral galaxies.</summary>
    GalaxyImages,

    /// <summary>Waveforms of an array of surface detectors on which air showers fall.</summary>
    AirShower,
}
