namespace NetDsl.PowerShell;

/// <summary>What can simulate data.</summary>
public enum Simulator
{
    /// <summary>Images of particle showers and tracks, 32 x 32 pixels.</summary>
    ShowerTrack,
}
