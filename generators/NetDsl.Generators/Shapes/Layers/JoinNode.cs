namespace NetDsl.Generators.Shapes.Layers;

/// <summary>One value of those that several inputs of one shape have at each place.</summary>
/// <param name="Join">How.</param>
internal sealed record JoinNode(JoinKind Join) : LayerNode;
