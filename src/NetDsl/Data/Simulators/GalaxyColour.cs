namespace NetDsl.Data.Simulators;

/// <summary>How bright stars of some kind are in each channel of an image of three, relative to an image of one channel.</summary>
/// <param name="Red">In the first channel, at least 0.</param>
/// <param name="Green">In the second.</param>
/// <param name="Blue">In the third.</param>
public sealed record GalaxyColour(double Red, double Green, double Blue);
