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
}
