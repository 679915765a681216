namespace NetDsl.Data.Simulators;

/// <summary>What is to be learnt of an air shower.</summary>
public enum AirShowerTarget
{
    /// <summary>
    /// Where it comes from, as a unit vector of three targets: x along the columns of the array, y along its rows, z upwards.
    /// </summary>
    Direction,

    /// <summary>The energy of the primary particle, as log10(E / EeV): one target.</summary>
    Energy,

    /// <summary>Which nucleus it was: one-hot for the classes "H", "He", "N" and "Fe".</summary>
    Primary,

    /// <summary>All of these as values: eight targets, in this order.</summary>
    All,
}
