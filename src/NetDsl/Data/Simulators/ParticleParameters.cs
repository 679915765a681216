namespace NetDsl.Data.Simulators;

/// <summary>How one kind of particle loses energy and branches.</summary>
/// <param name="BranchingProbability">The chance of a daughter at each step, where the energy suffices.</param>
/// <param name="Deposit">
/// The energy lost at each step; a visible particle leaves 255 times as much in the pixel, and up to a tenth of 255 more.
/// </param>
/// <param name="MaximumDaughterEnergy">The energy of a daughter is uniform from 0 to this.</param>
/// <param name="InvisibleProbability">The chance that a daughter leaves nothing in the pixels; its own daughters may be visible.</param>
public sealed record ParticleParameters(
    double BranchingProbability, double Deposit, double MaximumDaughterEnergy, double InvisibleProbability);
