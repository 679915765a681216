namespace NetDsl.Data.Simulators;

/// <summary>
/// The constants of <see cref="GalaxyImages"/>. Lengths are in pixels or in units of the image's edge, light is in counts. Ranges are uniform.
/// </summary>
public sealed record GalaxyImagesParameters
{
    /// <summary>The index n of an elliptical's profile: 4 is de Vaucouleurs's law. From 1 to 10.</summary>
    public int EllipticalIndex { get; init; } = 4;

    /// <summary>The index n of a disc's profile: 1 is an exponential. From 1 to 10.</summary>
    public int DiscIndex { get; init; } = 1;

    /// <summary>The smallest radius, along the major axis, within which half of the light is, in units of the image's edge.</summary>
    public double MinimumHalfLightRadius { get; init; } = 0.15;

    /// <summary>The largest half-light radius.</summary>
    public double MaximumHalfLightRadius { get; init; } = 0.25;

    /// <summary>The smallest axis ratio, minor over major axis.</summary>
    public double MinimumAxisRatio { get; init; } = 0.4;

    /// <summary>The largest axis ratio.</summary>
    public double MaximumAxisRatio { get; init; } = 1;

    /// <summary>How far from the middle of the image the centre is at most, in pixels along each edge.</summary>
    public double CentreShift { get; init; } = 1;

    /// <summary>The number of spiral arms.</summary>
    public int Arms { get; init; } = 2;

    /// <summary>How much brighter than the mean of their radius the arms are at most, and how much darker what lies between: a share.</summary>
    public double ArmContrast { get; init; } = 0.8;

    /// <summary>
    /// The smallest pitch angle in degrees: between an arm and the circle through its place, the same at each radius in a logarithmic spiral. The
    /// range is that of R. Kennicutt, "The shapes of spiral arms along the Hubble sequence", Astronomical Journal 86, 1981.
    /// </summary>
    public double MinimumPitchAngle { get; init; } = 10;

    /// <summary>The largest pitch angle in degrees.</summary>
    public double MaximumPitchAngle { get; init; } = 30;

    /// <summary>The share of a spiral's light that its bulge has: an elliptical of the disc's axes and centre.</summary>
    public double BulgeShare { get; init; } = 0.15;

    /// <summary>The half-light radius of the bulge over that of the disc.</summary>
    public double BulgeSize { get; init; } = 0.25;

    /// <summary>The least light of a galaxy, in counts, for an image of 32 x 32 pixels; it grows with the number of pixels.</summary>
    public double MinimumFlux { get; init; } = 10_000;

    /// <summary>The most light of a galaxy.</summary>
    public double MaximumFlux { get; init; } = 40_000;

    /// <summary>
    /// The counts of the sky in each pixel. They are subtracted from the image, but their noise stays: the variance of a pixel is the sum of its counts
    /// and those of the sky, as of Poisson's distribution; the noise is Gaussian.
    /// </summary>
    public double Sky { get; init; } = 20;

    /// <summary>The standard deviation of the Gaussian point spread function, in pixels.</summary>
    public double PointSpread { get; init; } = 0.7;

    /// <summary>The colour of ellipticals and bulges.</summary>
    public GalaxyColour OldStars { get; init; } = new(1.2, 1, 0.6);

    /// <summary>The colour of discs.</summary>
    public GalaxyColour YoungStars { get; init; } = new(0.8, 1, 1.3);

    /// <summary>Refuses constants that give no images.</summary>
    /// <exception cref="ArgumentException">A constant is out of its range.</exception>
    internal void Check()
    {
        ParameterChecks.Range(this.EllipticalIndex, 1, 10, nameof(this.EllipticalIndex));
        ParameterChecks.Range(this.DiscIndex, 1, 10, nameof(this.DiscIndex));
        CheckRange(this.MinimumHalfLightRadius, this.MaximumHalfLightRadius, 0.001, 10, "HalfLightRadius");
        CheckRange(this.MinimumAxisRatio, this.MaximumAxisRatio, 0.01, 1, "AxisRatio");
        CheckRange(this.MinimumPitchAngle, this.MaximumPitchAngle, 1, 89, "PitchAngle");
        CheckRange(this.MinimumFlux, this.MaximumFlux, 0, 1e12, "Flux");
        ParameterChecks.Range(this.CentreShift, 0, 1000, nameof(this.CentreShift));
        ParameterChecks.Range(this.Arms, 1, 20, nameof(this.Arms));
        ParameterChecks.Range(this.ArmContrast, 0, 1, nameof(this.ArmContrast));
        ParameterChecks.Range(this.BulgeShare, 0, 1, nameof(this.BulgeShare));
        ParameterChecks.Range(this.BulgeSize, 0.01, 10, nameof(this.BulgeSize));
        ParameterChecks.Range(this.Sky, 0, 1e12, nameof(this.Sky));
        ParameterChecks.Range(this.PointSpread, 0, 10, nameof(this.PointSpread));
        CheckColour(this.OldStars, nameof(this.OldStars));
        CheckColour(this.YoungStars, nameof(this.YoungStars));
    }

    private static void CheckRange(double minimum, double maximum, double least, double greatest, string name)
    {
        ParameterChecks.Range(minimum, least, greatest, $"Minimum{name}");
        ParameterChecks.Range(maximum, least, greatest, $"Maximum{name}");
        ParameterChecks.Ordered(minimum, maximum, $"Minimum{name}", $"Maximum{name}");
    }

    private static void CheckColour(GalaxyColour colour, string name)
    {
        ParameterChecks.Range(colour.Red, 0, 1e3, $"{name}.{nameof(colour.Red)}");
        ParameterChecks.Range(colour.Green, 0, 1e3, $"{name}.{nameof(colour.Green)}");
        ParameterChecks.Range(colour.Blue, 0, 1e3, $"{name}.{nameof(colour.Blue)}");
    }
}
