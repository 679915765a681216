namespace NetDsl.Data.Simulators;

/// <summary>
/// Simulates images of galaxies, ellipticals and spirals, as a telescope sees them: profiles of Sersic's form, with spiral arms on discs, blurred by
/// the point spread function, with the noise of the photons. The shape of each is known. <see cref="GalaxyImagesParameters"/> holds the constants.
/// </summary>
public static class GalaxyImages
{
    /// <summary>The edge of an image where none is given.</summary>
    public const int DefaultSize = 32;

    private const int LargestSize = 1024;

    private static readonly string[] Kinds = ["elliptical", "spiral"];
    private static readonly string[] ShapeNames = ["half_light_radius", "axis_ratio", "cos_2pa", "sin_2pa", "pitch_angle"];

    /// <summary>Simulates ellipticals and spirals in turn, half of each: features [size, size, 1], or [size, size, 3] in colour.</summary>
    /// <param name="count">The number of images, at least 1.</param>
    /// <param name="seed">
    /// Image i depends on the seed and on i alone: a longer series begins with the shorter one, whatever the number of threads.
    /// </param>
    /// <param name="size">The edge of an image in pixels, from 1 to 1024.</param>
    /// <param name="inColour">Whether images have three channels, red, green and blue, instead of one.</param>
    /// <param name="target">What is to be learnt: the class or the shape.</param>
    /// <param name="raw">Whether pixels are left in counts above the sky. Otherwise each image is divided by its own maximum.</param>
    /// <param name="parameters">The constants, or null for the defaults.</param>
    /// <param name="cancellationToken">Ends a long simulation.</param>
    /// <exception cref="ArgumentException">The count, the size or a constant is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The simulation was cancelled.</exception>
    public static Dataset Simulate(
        int count,
        ulong seed,
        int size = DefaultSize,
        bool inColour = false,
        GalaxyTarget target = GalaxyTarget.Class,
        bool raw = false,
        GalaxyImagesParameters? parameters = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, LargestSize);
        if (!Enum.IsDefined(target))
        {
            throw new ArgumentException($"There is no target {target}. Give a member of {nameof(GalaxyTarget)}.", nameof(target));
        }

        GalaxyImagesParameters constants = parameters ?? new GalaxyImagesParameters();
        constants.Check();
        bool isLabel = target == GalaxyTarget.Class;
        RowLayout layout = new()
        {
            FeatureShape = [size, size, inColour ? 3 : 1],
            TargetShape = [isLabel ? Kinds.Length : ShapeNames.Length],
            TargetNames = isLabel ? null : ShapeNames,
            Classes = isLabel ? Kinds : null,
        };
        return SampleSimulation.Run(
            () => new GalaxyImagesSimulation(constants, seed, size, inColour, target, raw), layout, count, cancellationToken);
    }
}
