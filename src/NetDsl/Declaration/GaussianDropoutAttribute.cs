namespace NetDsl;

/// <summary>
/// During training multiplies each value by a number drawn from the normal distribution of mean 1 and standard deviation
/// sqrt(rate / (1 - rate)), as spread as the factors of a dropout of that rate (Srivastava et al. 2014, section 10); does nothing in
/// prediction.
/// </summary>
/// <param name="rate">The rate of the dropout that it takes the place of, in [0, 1).</param>
/// <example><code>[GaussianDropout(0.2)]</code></example>
public sealed class GaussianDropoutAttribute(double rate) : LayerAttribute
{
    /// <summary>The rate of the dropout that it takes the place of.</summary>
    public double Rate { get; } = rate;
}
