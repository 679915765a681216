namespace NetDsl;

/// <summary>During training adds to each value a number drawn from the normal distribution of mean 0; does nothing in prediction.</summary>
/// <param name="stddev">The standard deviation of what is added, in the units of the values, at least 0.</param>
/// <example><code>[GaussianNoise(0.1)]</code></example>
public sealed class GaussianNoiseAttribute(double stddev) : LayerAttribute
{
    /// <summary>The standard deviation of what is added.</summary>
    public double Stddev { get; } = stddev;
}
