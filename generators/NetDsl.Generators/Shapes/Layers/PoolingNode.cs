namespace NetDsl.Generators.Shapes.Layers;

/// <summary>One value of each window, channel by channel, the same at each place of the dimensions before the windows'.</summary>
/// <param name="Pooling">What is made of the values of a window.</param>
/// <param name="Windows">The windows along the dimensions before the channels.</param>
internal sealed record PoolingNode(Pooling Pooling, EquatableArray<Window> Windows) : LayerNode;
