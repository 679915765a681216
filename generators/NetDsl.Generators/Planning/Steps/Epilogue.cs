namespace NetDsl.Generators.Planning.Steps;

/// <summary>What a tile does with its sums before it stores them.</summary>
/// <param name="Activation">The activation to apply, a member of the Activation enum that a tile can apply itself; Linear for none.</param>
/// <param name="Derivative">The activation whose derivative at Y the sums are multiplied by; Linear for none.</param>
/// <param name="Accumulate">Whether the sums are added to what is there.</param>
internal sealed record Epilogue(string Activation = "Linear", string Derivative = "Linear", bool Accumulate = false);
