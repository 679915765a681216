namespace NetDsl.Generators.Shapes.Layers;

/// <summary>What a layer does to values at random during training.</summary>
internal enum Noise
{
    /// <summary>Some become 0, the others are scaled up.</summary>
    Dropout,

    /// <summary>Some become what SELU gives for large negative sums; all are scaled and shifted to keep mean and variance.</summary>
    AlphaDropout,

    /// <summary>Each is multiplied by a normal number around 1.</summary>
    GaussianDropout,

    /// <summary>A normal number is added to each.</summary>
    GaussianNoise,
}
