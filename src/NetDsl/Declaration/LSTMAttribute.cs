namespace NetDsl;

/// <summary>
/// Long short-term memory (Hochreiter and Schmidhuber 1997, with the forget gate of Gers et al. 2000): with the gates i, f, o = recurrent
/// activation and the candidate g = activation of x_t . kernel + h_(t-1) . recurrent_kernel + bias, c_t = f c_(t-1) + i g and
/// h_t = o activation(c_t); h_0 = c_0 = 0. Input [..., steps, n], output [..., units] or [..., steps, units]; kernel [n, 4 units],
/// recurrent_kernel [units, 4 units], bias [4 units], each in the order i, f, g, o.
/// </summary>
/// <param name="units">The number of values of the state, at least 1.</param>
/// <param name="activation">The function applied to the candidate and to the memory, value by value.</param>
/// <example><code>[LSTM(32)]</code></example>
public sealed class LSTMAttribute(int units, Activation activation = Activation.Tanh) : RecurrentLayerAttribute(units, activation)
{
    /// <summary>The function applied to the gates, value by value.</summary>
    public Activation RecurrentActivation { get; set; } = Activation.Sigmoid;

    /// <summary>Whether the bias of the forget gate begins at 1, so that the layer begins by remembering (Jozefowicz et al. 2015).</summary>
    public bool UnitForgetBias { get; set; } = true;
}
