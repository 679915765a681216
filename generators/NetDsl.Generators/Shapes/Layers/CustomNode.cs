namespace NetDsl.Generators.Shapes.Layers;

/// <summary>A layer of a user's own.</summary>
/// <param name="Type">The full name of the type that computes it.</param>
/// <param name="Weights">The values of its kernel; 0 for none.</param>
internal sealed record CustomNode(string Type, int Weights) : LayerNode;
