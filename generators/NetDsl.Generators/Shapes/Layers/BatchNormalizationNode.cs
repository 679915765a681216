namespace NetDsl.Generators.Shapes.Layers;

/// <summary>Parameters: gamma and beta, where it has them, moving_mean and moving_variance, each [channels].</summary>
internal sealed record BatchNormalizationNode(double Momentum, double Epsilon, bool Center, bool Scale) : LayerNode;
