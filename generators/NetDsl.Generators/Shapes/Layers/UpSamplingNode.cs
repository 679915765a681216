namespace NetDsl.Generators.Shapes.Layers;

/// <summary>More places along the dimensions before the channels.</summary>
/// <param name="Sizes">How many times as many, for each of them.</param>
/// <param name="IsBilinear">Whether values between two places are on the line between them; otherwise each is repeated.</param>
internal sealed record UpSamplingNode(EquatableArray<int> Sizes, bool IsBilinear) : LayerNode;
