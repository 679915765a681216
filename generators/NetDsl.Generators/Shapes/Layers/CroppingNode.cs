namespace NetDsl.Generators.Shapes.Layers;

/// <summary>What is left between the edges of the dimensions before the channels.</summary>
/// <param name="Edges">What is taken away, for each of them.</param>
internal sealed record CroppingNode(EquatableArray<Edges> Edges) : LayerNode;
