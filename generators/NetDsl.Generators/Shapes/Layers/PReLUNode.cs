namespace NetDsl.Generators.Shapes.Layers;

/// <summary>A ReLU with trained slopes. Parameter: alpha, the input's shape with 1 for each shared axis.</summary>
/// <param name="SharesAxis">For each axis whether the values along it share a slope.</param>
internal sealed record PReLUNode(EquatableArray<bool> SharesAxis) : LayerNode;
