namespace NetDsl.Generators.Shapes.Layers;

/// <summary>The samples.</summary>
internal sealed record InputNode : LayerNode;
