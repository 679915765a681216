namespace NetDsl;

/// <summary>
/// Dropout of whole channels: during training a channel is 0 at all steps with the given probability, and the others are multiplied by
/// 1 / (1 - rate) (Tompson et al. 2015); does nothing in prediction. Neighbouring values say much the same, so that losing some of them by
/// themselves would lose little. Input and output [..., steps, channels]; at each place of the dimensions before the steps other channels
/// are lost.
/// </summary>
/// <param name="rate">The probability of losing a channel, in [0, 1).</param>
/// <example><code>[SpatialDropout1D(0.2)]</code></example>
public sealed class SpatialDropout1DAttribute(double rate) : LayerAttribute
{
    /// <summary>The probability of losing a channel.</summary>
    public double Rate { get; } = rate;
}
