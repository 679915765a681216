namespace NetDsl.Generators.Shapes.Layers;

/// <summary>One value of all places of the dimensions before the channels, channel by channel.</summary>
/// <param name="Pooling">What is made of the values.</param>
/// <param name="Axes">How many dimensions.</param>
/// <param name="KeepDims">Whether they stay, each with one place.</param>
internal sealed record GlobalPoolingNode(Pooling Pooling, int Axes, bool KeepDims) : LayerNode;
