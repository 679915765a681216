namespace NetDsl;

/// <summary>
/// x where it is positive, otherwise a slope times x, any shape; the slopes are trained (He et al. 2015). Parameter: alpha, of the shape of the
/// input with extents of 1 along the shared axes.
/// </summary>
/// <param name="sharedAxes">
/// The axes along which values share a slope, counted from 1, or from -1 for the last; none unless given. After a Conv2D [PReLU(1, 2)] has a slope
/// for each channel.
/// </param>
/// <example><code>[PReLU(1, 2)]</code></example>
public sealed class PReLUAttribute(params int[] sharedAxes) : LayerAttribute
{
    /// <summary>The axes along which values share a slope.</summary>
    public IReadOnlyList<int> SharedAxes { get; } = sharedAxes;

    /// <summary>How the slopes are filled before training.</summary>
    public Initializer AlphaInitializer { get; set; } = Initializer.Zeros;

    /// <summary>The mean of what the initialiser draws; of Constant the value.</summary>
    public double AlphaInitializerMean { get; set; }

    /// <summary>How far what the initialiser draws is spread, as a kernel's KernelInitializerScale; NaN for Keras's.</summary>
    public double AlphaInitializerScale { get; set; } = double.NaN;

    /// <summary>What the sum of the slopes' magnitudes is multiplied by and added to the loss.</summary>
    public double AlphaRegularizerL1 { get; set; }

    /// <summary>What the sum of the slopes' squares is multiplied by and added to the loss.</summary>
    public double AlphaRegularizerL2 { get; set; }
}
