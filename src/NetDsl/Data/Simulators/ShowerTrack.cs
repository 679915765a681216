namespace NetDsl.Data.Simulators;

/// <summary>
/// Simulates images of a detector in which particles leave either a shower or a track. On a canvas of 256 x 256 pixels with a uniform background
/// a particle starts in the middle of one edge in any direction into it; at each step it moves one pixel, leaves a part of its energy there, and
/// may give another part to a daughter that flies on from the same place. The canvas is reduced to 32 x 32 pixels by an
/// antialiased bilinear filter.
/// </summary>
public static class ShowerTrack
{
    /// <summary>The edge of an image.</summary>
    public const int ImageSize = 32;

    private static readonly string[] Kinds = ["shower", "track"];

    /// <summary>Simulates showers and tracks in turn, half of each: features [32, 32, 1], one-hot targets for "shower" and "track".</summary>
    /// <param name="count">The number of images, at least 1.</param>
    /// <param name="seed">
    /// Image i depends on the seed and on i alone: a longer series begins with the shorter one, whatever the number of threads.
    /// </param>
    /// <param name="raw">
    /// Whether the pixels are left as they are, from 0 to 255. Showers are brighter than tracks, so that one cut on the brightest pixel separates
    /// most of them; therefore each image is otherwise divided by its own maximum.
    /// </param>
    /// <param name="parameters">The constants, or null for those of the exercise.</param>
    /// <param name="cancellationToken">Ends a long simulation.</param>
    /// <exception cref="ArgumentException">The count or a constant is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The simulation was cancelled.</exception>
    public static Dataset Simulate(
        int count,
        ulong seed,
        bool raw = false,
        ShowerTrackParameters? parameters = null,
        CancellationToken cancellationToken = default)
    {
        ShowerTrackParameters constants = parameters ?? new ShowerTrackParameters();
        constants.Check();
        RowLayout layout = new() { FeatureShape = [ImageSize, ImageSize, 1], TargetShape = [Kinds.Length], Classes = Kinds };
        return SampleSimulation.Run(() => new ShowerTrackSimulation(constants, seed, raw), layout, count, cancellationToken);
    }
}
