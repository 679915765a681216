namespace NetDsl.Generators.Shapes.Layers;

/// <summary>The mean over the dimensions before the channels, channel by channel.</summary>
/// <param name="Axes">How many of them.</param>
internal sealed record GlobalAveragePoolingNode(int Axes) : LayerNode;
