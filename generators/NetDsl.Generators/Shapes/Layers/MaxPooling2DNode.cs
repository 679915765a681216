namespace NetDsl.Generators.Shapes.Layers;

/// <summary>The largest value of each window, channel by channel.</summary>
internal sealed record MaxPooling2DNode(Window Vertical, Window Horizontal) : LayerNode;
