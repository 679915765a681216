namespace NetDsl.Generators.Shapes.Layers;

/// <summary>Parameter: embeddings [numbers, values], a row for each whole number.</summary>
internal sealed record EmbeddingNode(int Numbers) : LayerNode;
