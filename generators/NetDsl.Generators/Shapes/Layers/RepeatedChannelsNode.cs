namespace NetDsl.Generators.Shapes.Layers;

/// <summary>
/// Each channel several times, one after the other: a part of a depthwise convolution that makes several outputs of a channel.
/// </summary>
/// <param name="Times">How many times.</param>
internal sealed record RepeatedChannelsNode(int Times) : LayerNode;
