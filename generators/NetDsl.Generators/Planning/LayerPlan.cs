namespace NetDsl.Generators.Planning;

/// <summary>What was decided for a layer, for the header of the generated file.</summary>
/// <param name="Name">The layer's name.</param>
/// <param name="Strategy">How it is computed.</param>
internal sealed record LayerPlan(string Name, string Strategy);
