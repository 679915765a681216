namespace NetDsl.Data.Simulators;

/// <summary>One layer of a calorimeter.</summary>
/// <param name="MeanShare">The share of the energy that it gets; the shares of all layers are scaled so that they sum to 1.</param>
/// <param name="Gain">Counts per GeV, other than 0.</param>
/// <param name="Offset">The counts without any energy: the pedestal.</param>
public sealed record CalorimeterLayer(double MeanShare, double Gain, double Offset);
