namespace NetDsl.PowerShell;

/// <summary>What is to be learnt of simulated data that offer a choice.</summary>
public enum SimulationTarget
{
    /// <summary>Of an air shower: where it comes from, as a unit vector.</summary>
    Direction,

    /// <summary>Of an air shower: log10 of its energy in EeV.</summary>
    Energy,

    /// <summary>Of an air shower: which nucleus it was.</summary>
    Primary,

    /// <summary>Of an air shower: direction, energy and nucleus together, as values.</summary>
    All,

    /// <summary>Of a galaxy: elliptical or spiral.</summary>
    Class,

    /// <summary>Of a galaxy: its half-light radius, axis ratio, position angle and pitch angle.</summary>
    Shape,
}
