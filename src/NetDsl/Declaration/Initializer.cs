namespace NetDsl;

/// <summary>
/// How a parameter is filled before training. fan_in and fan_out are the numbers of terms that flow into and out of a unit:
/// for a convolution kernel height x width x channels and kernel height x width x filters. Names and definitions are Keras's.
/// </summary>
public enum Initializer
{
    /// <summary>Uniform in +-sqrt(6 / (fan_in + fan_out)) (Glorot and Bengio 2010, equation 16).</summary>
    GlorotUniform,

    /// <summary>Normal, cut at two standard deviations, of variance 2 / (fan_in + fan_out) after the cut.</summary>
    GlorotNormal,

    /// <summary>Uniform in +-sqrt(6 / fan_in).</summary>
    HeUniform,

    /// <summary>Normal, cut at two standard deviations, of variance 2 / fan_in after the cut (He et al. 2015, equation 10).</summary>
    HeNormal,

    /// <summary>Uniform in +-sqrt(3 / fan_in).</summary>
    LecunUniform,

    /// <summary>Normal, cut at two standard deviations, of variance 1 / fan_in after the cut (LeCun et al. 1998, section 4.6).</summary>
    LecunNormal,

    /// <summary>All 0.</summary>
    Zeros,

    /// <summary>All 1.</summary>
    Ones,

    /// <summary>All the value given as mean, KernelInitializerMean or BiasInitializerMean; 0 unless given.</summary>
    Constant,

    /// <summary>Uniform within the given scale around the given mean; within 0.05 around 0 unless given.</summary>
    RandomUniform,

    /// <summary>Normal, of the given mean and with the given scale as standard deviation; 0 and 0.05 unless given.</summary>
    RandomNormal,

    /// <summary>As <see cref="RandomNormal"/>, but drawn again until it is within two standard deviations, which makes the variance smaller.</summary>
    TruncatedNormal,

    /// <summary>
    /// Columns of length 1 at right angles to each other (rows, where those are fewer), uniformly distributed among all such matrices (Saxe,
    /// McClelland and Ganguli 2014), times the given scale. The dimensions before the last are taken together as rows.
    /// </summary>
    Orthogonal,

    /// <summary>1 on the diagonal and 0 elsewhere, times the given scale; for kernels of two dimensions.</summary>
    Identity,

    /// <summary>
    /// Uniform in +-1 / sqrt(fan_in), the 1/sqrt(N) of many lectures and PyTorch's choice for its layers; <see cref="LecunUniform"/> is wider by
    /// sqrt(3).
    /// </summary>
    InverseSqrtUniform,
}
