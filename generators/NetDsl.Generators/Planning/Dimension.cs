namespace NetDsl.Generators.Planning;

/// <summary>One dimension of a tensor in memory.</summary>
/// <param name="Extent">The number of values.</param>
/// <param name="Stride">Elements from one to the next.</param>
internal readonly record struct Dimension(int Extent, int Stride);
