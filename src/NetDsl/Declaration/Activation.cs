namespace NetDsl;

/// <summary>The function a layer applies to its weighted sums. Names and definitions are Keras's.</summary>
public enum Activation
{
    /// <summary>f(x) = x.</summary>
    Linear,

    /// <summary>f(x) = 1 / (1 + exp(-x)).</summary>
    Sigmoid,

    /// <summary>f(x) = tanh(x).</summary>
    Tanh,

    /// <summary>f(x) = max(0, x).</summary>
    ReLU,

    /// <summary>f(x)_i = exp(x_i) / sum_j exp(x_j), over the last dimension.</summary>
    Softmax,
}
