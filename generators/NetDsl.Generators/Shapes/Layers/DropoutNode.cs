namespace NetDsl.Generators.Shapes.Layers;

/// <summary>Loses each value with probability <paramref name="Rate"/> during training.</summary>
internal sealed record DropoutNode(double Rate) : LayerNode;
