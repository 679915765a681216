namespace NetDsl.Kernels;

/// <summary>What a layer does to values at random during training.</summary>
public enum NoiseKind
{
    /// <summary>Some become 0, the others are divided by the share that is kept.</summary>
    Dropout,

    /// <summary>Some become what SELU gives for large negative sums; all are scaled and shifted to keep mean and variance.</summary>
    AlphaDropout,

    /// <summary>Each is multiplied by a normal number around 1.</summary>
    GaussianDropout,

    /// <summary>A normal number is added to each.</summary>
    GaussianNoise,
}
