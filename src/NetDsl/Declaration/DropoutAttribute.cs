namespace NetDsl;

/// <summary>
/// During training sets each value to 0 with the given probability and multiplies the others by 1 / (1 - rate) (Srivastava et al. 2014);
/// does nothing in prediction.
/// </summary>
/// <param name="rate">The probability of losing a value, in [0, 1).</param>
/// <example><code>[Dropout(0.5)]</code></example>
public sealed class DropoutAttribute(double rate) : LayerAttribute
{
    /// <summary>The probability of losing a value.</summary>
    public double Rate { get; } = rate;
}
