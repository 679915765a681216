namespace NetDsl;

/// <summary>
/// Normalises each channel over the batch: output = gamma (input - mean) / sqrt(variance + epsilon) + beta (Ioffe and Szegedy 2015). Any shape
/// [..., channels], unchanged; gamma [channels], beta [channels], moving_mean [channels], moving_variance [channels].
/// A training step takes mean and (biased) variance over the batch and all dimensions before the channels, and moves the moving statistics a little
/// towards them; evaluation and prediction use the moving ones. Directly after a layer with a kernel and no activation a prediction does the whole
/// normalisation where that layer stores its sums, at no cost.
/// </summary>
/// <example><code>
/// [Conv2D(32, 3, UseBias = false)]
/// [BatchNormalization]
/// </code></example>
public sealed class BatchNormalizationAttribute : LayerAttribute
{
    /// <summary>The part that the moving statistics keep of what they were in each training step, in [0, 1].</summary>
    public double Momentum { get; set; } = 0.99;

    /// <summary>What is added to the variance, above 0.</summary>
    public double Epsilon { get; set; } = 1e-3;

    /// <summary>Whether beta is added.</summary>
    public bool Center { get; set; } = true;

    /// <summary>Whether gamma is multiplied by.</summary>
    public bool Scale { get; set; } = true;

    /// <summary>How beta is filled before training.</summary>
    public Initializer BetaInitializer { get; set; } = Initializer.Zeros;

    /// <summary>How gamma is filled before training.</summary>
    public Initializer GammaInitializer { get; set; } = Initializer.Ones;

    /// <summary>How the moving mean is filled before training.</summary>
    public Initializer MovingMeanInitializer { get; set; } = Initializer.Zeros;

    /// <summary>How the moving variance is filled before training.</summary>
    public Initializer MovingVarianceInitializer { get; set; } = Initializer.Ones;
}
