namespace NetDsl;

/// <summary>The function a layer applies to its weighted sums. Names and definitions are Keras's.</summary>
public enum Activation
{
    /// <summary>f(x) = x.</summary>
    Linear,

    /// <summary>
    /// f(x) = 1 where x is at least 0, otherwise 0. Its derivative is 0, so it is for prediction: a network that ends with it is evaluated and
    /// predicts, but is not trained.
    /// </summary>
    Step,

    /// <summary>f(x) = -1, 0 or 1, as the sign of x. Its derivative is 0, so it is for prediction, as <see cref="Step"/> is.</summary>
    Sign,

    /// <summary>f(x) = 1 / (1 + exp(-x)).</summary>
    Sigmoid,

    /// <summary>f(x) = min(1, max(0, x / 6 + 1 / 2)).</summary>
    HardSigmoid,

    /// <summary>f(x) = tanh(x).</summary>
    Tanh,

    /// <summary>f(x) = max(0, x).</summary>
    ReLU,

    /// <summary>f(x) = min(6, max(0, x)).</summary>
    ReLU6,

    /// <summary>f(x) = x where it is positive, otherwise 0.2 x; <see cref="LeakyReLUAttribute"/> takes another slope.</summary>
    LeakyReLU,

    /// <summary>f(x) = x where it is positive, otherwise exp(x) - 1; <see cref="ELUAttribute"/> takes another factor.</summary>
    ELU,

    /// <summary>f(x) = 1.0507 x where x is positive, otherwise 1.7581 (exp(x) - 1): values of mean 0 and variance 1 keep both.</summary>
    SELU,

    /// <summary>f(x) = x P(X &lt;= x) for a standard normal X; <see cref="GELUAttribute"/> has the approximation by a hyperbolic tangent.</summary>
    GELU,

    /// <summary>f(x) = x / (1 + exp(-x)), also called swish.</summary>
    SiLU,

    /// <summary>f(x) = log(1 + exp(x)).</summary>
    Softplus,

    /// <summary>f(x) = x / (1 + |x|).</summary>
    Softsign,

    /// <summary>f(x) = exp(x).</summary>
    Exponential,

    /// <summary>f(x)_i = exp(x_i) / sum_j exp(x_j), over the last dimension.</summary>
    Softmax,

    /// <summary>f(x)_i = x_i - log sum_j exp(x_j), over the last dimension: the logarithm of a softmax.</summary>
    LogSoftmax,
}
