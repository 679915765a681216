namespace NetDsl;

/// <summary>exp(x_i) / sum_j exp(x_j) over the last dimension; any shape.</summary>
/// <example><code>[Softmax]</code></example>
public sealed class SoftmaxAttribute : LayerAttribute;
