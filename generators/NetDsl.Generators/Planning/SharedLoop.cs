namespace NetDsl.Generators.Planning;

/// <summary>One dimension of the loops over several tensors.</summary>
/// <param name="Extent">The number of turns.</param>
/// <param name="Strides">The elements that each tensor moves by with a turn.</param>
internal sealed record SharedLoop(int Extent, EquatableArray<int> Strides);
