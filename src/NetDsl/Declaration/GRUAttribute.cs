namespace NetDsl;

/// <summary>
/// A gated recurrent unit (Cho et al. 2014): with the gates z, r = recurrent activation of x_t . kernel + h_(t-1) . recurrent_kernel + bias,
/// h_t = z h_(t-1) + (1 - z) g; h_0 = 0. The candidate is g = activation(x_t . kernel + bias_0 + r (h_(t-1) . recurrent_kernel + bias_1)), or,
/// without <see cref="ResetAfter"/>, activation(x_t . kernel + (r h_(t-1)) . recurrent_kernel + bias). Input [..., steps, n], output [..., units]
/// or [..., steps, units]; kernel [n, 3 units], recurrent_kernel [units, 3 units], bias [2, 3 units] or, without ResetAfter, [3 units], each in
/// the order z, r, g.
/// </summary>
/// <param name="units">The number of values of the state, at least 1.</param>
/// <param name="activation">The function applied to the candidate, value by value.</param>
/// <example><code>[GRU(32, ReturnSequences = true)]</code></example>
public sealed class GRUAttribute(int units, Activation activation = Activation.Tanh) : RecurrentLayerAttribute(units, activation)
{
    /// <summary>The function applied to the gates, value by value.</summary>
    public Activation RecurrentActivation { get; set; } = Activation.Sigmoid;

    /// <summary>Whether the reset gate is applied after the state is multiplied by its kernel, as in PyTorch and cuDNN, and not before it.</summary>
    public bool ResetAfter { get; set; } = true;
}
