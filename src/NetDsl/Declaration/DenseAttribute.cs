namespace NetDsl;

/// <summary>
/// A fully connected layer: output = activation(input . kernel + bias), over the last dimension of its input.
/// Input [..., n], output [..., units]; kernel [n, units], bias [units].
/// </summary>
/// <param name="units">The number of outputs, at least 1.</param>
/// <param name="activation">The function applied to the weighted sums.</param>
/// <example><code>[Dense(64, Activation.ReLU)]</code></example>
public sealed class DenseAttribute(int units, Activation activation = Activation.Linear) : LayerAttribute
{
    /// <summary>The number of outputs.</summary>
    public int Units { get; } = units;

    /// <summary>The function applied to the weighted sums.</summary>
    public Activation Activation { get; set; } = activation;

    /// <summary>Whether a bias is added to each unit.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>How the kernel is filled before training.</summary>
    public Initializer KernelInitializer { get; set; } = Initializer.GlorotUniform;

    /// <summary>How the bias is filled before training.</summary>
    public Initializer BiasInitializer { get; set; } = Initializer.Zeros;
}
