namespace NetDsl;

/// <summary>
/// Dropout for layers with the activation SELU: during training a value is set, with the given probability, to SELU's limit for large
/// negative
/// sums, and all are scaled and shifted so that mean 0 and variance 1 stay what they are (Klambauer et al. 2017, section 3); does nothing
/// in prediction.
/// </summary>
/// <param name="rate">The probability of losing a value, in [0, 1).</param>
/// <example><code>[AlphaDropout(0.1)]</code></example>
public sealed class AlphaDropoutAttribute(double rate) : LayerAttribute
{
    /// <summary>The probability of losing a value.</summary>
    public double Rate { get; } = rate;
}
