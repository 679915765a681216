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

    /// <summary>Uniform in +-0.05.</summary>
    RandomUniform,

    /// <summary>Orthonormal rows or columns, whichever are fewer (Saxe et al. 2014).</summary>
    Orthogonal,
}
