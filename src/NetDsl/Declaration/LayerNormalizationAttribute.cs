namespace NetDsl;

/// <summary>
/// Normalises the channels of each place of each sample: output = gamma (input - mean) / sqrt(variance + epsilon) + beta, mean and (biased) variance
/// over the last dimension (Ba, Kiros and Hinton 2016). Any shape [..., channels], unchanged; gamma [channels], beta [channels]. It is the same in
/// training and in prediction, whatever the batch.
/// </summary>
/// <example><code>[LayerNormalization]</code></example>
public sealed class LayerNormalizationAttribute : LayerAttribute
{
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
}
