namespace NetDsl;

/// <summary>
/// A fully connected layer: output = activation(input . kernel + bias), over the last dimension of its input.
/// Input [..., n], output [..., units]; kernel [n, units], bias [units].
/// </summary>
/// <example><code>[Dense(64, Activation.ReLU)]</code></example>
public sealed class DenseAttribute : KernelLayerAttribute
{
    /// <summary>A fully connected layer.</summary>
    /// <param name="units">The number of outputs, at least 1.</param>
    /// <param name="activation">The function applied to the weighted sums.</param>
    public DenseAttribute(int units, Activation activation = Activation.Linear)
    {
        this.Units = units;
        this.Activation = activation;
    }

    /// <summary>The number of outputs.</summary>
    public int Units { get; }
}
