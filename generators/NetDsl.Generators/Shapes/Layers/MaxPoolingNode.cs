namespace NetDsl.Generators.Shapes.Layers;

/// <summary>The largest value of each window, channel by channel, the same at each place of the dimensions before the windows'.</summary>
/// <param name="Windows">The windows along the dimensions before the channels.</param>
internal sealed record MaxPoolingNode(EquatableArray<Window> Windows) : LayerNode;
