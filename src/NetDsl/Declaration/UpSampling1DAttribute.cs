namespace NetDsl;

/// <summary>
/// Repeats each step. Input [..., steps, channels], output [..., steps x size, channels]; dimensions before the steps are kept.
/// </summary>
/// <param name="size">How many times each step is there, at least 1.</param>
/// <example><code>[UpSampling1D(2)]</code></example>
public sealed class UpSampling1DAttribute(int size = 2) : LayerAttribute
{
    /// <summary>How many times each step is there.</summary>
    public int Size { get; } = size;
}
