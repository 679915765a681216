namespace NetDsl.Generators.Shapes.Layers;

/// <summary>Parameters: kernel [inputs, units] and, where it has one, bias [units]; over the last dimension of its input.</summary>
internal sealed record DenseNode(int Units, bool UseBias) : LayerNode;
