namespace NetDsl.Generators.Shapes.Layers;

/// <summary>The dimensions in another order.</summary>
/// <param name="Order">The dimension of the input that each of the output is, counted from 0, all of them.</param>
internal sealed record PermuteNode(EquatableArray<int> Order) : LayerNode;
