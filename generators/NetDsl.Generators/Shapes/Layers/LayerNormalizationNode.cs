namespace NetDsl.Generators.Shapes.Layers;

/// <summary>Parameters: gamma and beta, where it has them, each [channels].</summary>
internal sealed record LayerNormalizationNode(double Epsilon, bool Center, bool Scale) : LayerNode;
