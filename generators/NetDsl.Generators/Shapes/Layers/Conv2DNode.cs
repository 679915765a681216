namespace NetDsl.Generators.Shapes.Layers;

/// <summary>Parameters: kernel [kernel height, kernel width, channels, filters] and, where it has one, bias [filters].</summary>
internal sealed record Conv2DNode(int Filters, Window Vertical, Window Horizontal, bool UseBias) : LayerNode;
