namespace NetDsl;

/// <summary>What is between the values of an image that is made larger.</summary>
public enum Interpolation
{
    /// <summary>The nearest value: each is repeated.</summary>
    Nearest,

    /// <summary>
    /// Straight lines between the centres of the pixels, which are at half-integers, in both directions; beyond the outermost centres their
    /// values.
    /// </summary>
    Bilinear,
}
