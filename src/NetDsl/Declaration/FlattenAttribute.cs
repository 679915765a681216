namespace NetDsl;

/// <summary>Lays a sample out as one vector: input [a, b, ...], output [a x b x ...]. It moves nothing: the next layer reads the same memory.</summary>
public sealed class FlattenAttribute : LayerAttribute;
