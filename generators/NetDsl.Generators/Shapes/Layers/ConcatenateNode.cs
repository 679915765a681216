namespace NetDsl.Generators.Shapes.Layers;

/// <summary>Its inputs one after the other.</summary>
/// <param name="Axis">The axis along which they follow each other, counted from 0.</param>
internal sealed record ConcatenateNode(int Axis) : LayerNode;
