namespace NetDsl;

/// <summary>
/// A recurrent layer whose state is its output: h_t = activation(x_t . kernel + h_(t-1) . recurrent_kernel + bias), h_0 = 0 (Elman 1990).
/// Input [..., steps, n], output [..., units] or [..., steps, units]; kernel [n, units], recurrent_kernel [units, units], bias [units].
/// </summary>
/// <param name="units">The number of values of the state, at least 1.</param>
/// <param name="activation">The function applied to the sums of each step, value by value.</param>
/// <example><code>[SimpleRNN(16, ReturnSequences = true)]</code></example>
public sealed class SimpleRNNAttribute(int units, Activation activation = Activation.Tanh) : RecurrentLayerAttribute(units, activation);
