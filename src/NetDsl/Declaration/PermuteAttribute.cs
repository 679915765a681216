namespace NetDsl;

/// <summary>
/// The dimensions in another order. Input [..., d1, ..., dn], output [..., those of the input in the order given]; dimensions before the n
/// that are named are kept.
/// </summary>
/// <param name="dims">Which dimension of the input each of the output is, counted from 1, without the batch, as in Keras.</param>
/// <example>
/// <code>
/// [Permute(2, 1)]   // (steps, channels) becomes (channels, steps)
/// </code>
/// </example>
public sealed class PermuteAttribute(params int[] dims) : LayerAttribute
{
    /// <summary>Which dimension of the input each of the output is, counted from 1.</summary>
    public int[] Dims { get; } = dims;
}
