namespace NetDsl;

/// <summary>
/// Brings the samples to mean 0 and variance 1, channel by channel: output = (input - mean) / max(sqrt(variance), 1e-7). Any shape
/// [..., channels], unchanged; mean [channels] and variance [channels] are statistics of the training data. They are learnt before training by
/// <c>network.Adapt(data)</c>, or by the first <c>Fit</c>, and kept in the model, so that prediction is given raw features; until then they are 0 and 1.
/// The layer takes the network's input, or a Flatten or Reshape of it, unless <see cref="Mean"/> and <see cref="Variance"/> are written.
/// </summary>
/// <example><code>
/// [Input(28)]
/// [Normalization]
/// [Dense(64, Activation.ReLU)]
/// </code></example>
public sealed class NormalizationAttribute : LayerAttribute
{
    /// <summary>The mean of each channel, or one for all, where it is known; <see cref="Variance"/> is given with it.</summary>
    public double[]? Mean { get; set; }

    /// <summary>The variance of each channel, or one for all, where it is known; <see cref="Mean"/> is given with it.</summary>
    public double[]? Variance { get; set; }
}
