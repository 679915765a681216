namespace NetDsl.Generators.Shapes.Layers;

/// <summary>Zeros around the dimensions before the channels.</summary>
/// <param name="Edges">How many, for each of them.</param>
internal sealed record ZeroPaddingNode(EquatableArray<Edges> Edges) : LayerNode;
