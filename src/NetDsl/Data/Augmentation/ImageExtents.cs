namespace NetDsl.Data;

/// <summary>
/// The axes of a sample that an augmentation moves things along: (height, width, ...) with all that lies at a place of them, channels or a waveform; or
/// (length, channels), which has no width.
/// </summary>
/// <param name="Height">The extent of the first axis.</param>
/// <param name="Width">The extent of the second axis; 1 for a sample with only one before its channels.</param>
/// <param name="Inner">The number of values at each place.</param>
internal readonly record struct ImageExtents(int Height, int Width, int Inner)
{
    /// <summary>Those of a shape.</summary>
    /// <param name="shape">At least two extents, the last of them channels.</param>
    public static ImageExtents Of(IReadOnlyList<int> shape)
    {
        int inner = 1;
        for (int axis = shape.Count == 2 ? 1 : 2; axis < shape.Count; axis++)
        {
            inner *= shape[axis];
        }

        return new ImageExtents(shape[0], shape.Count == 2 ? 1 : shape[1], inner);
    }

    /// <summary>Refuses shapes with too few axes.</summary>
    /// <exception cref="ArgumentException">There are too few.</exception>
    public static void Check(IReadOnlyList<int> shape, string what, bool needsWidth)
    {
        int least = needsWidth ? 3 : 2;
        if (shape.Count < least)
        {
            throw new ArgumentException(
                $"{what} needs samples of shape {(needsWidth ? "(height, width, channels)" : "(length, channels)")} or more; these have " +
                $"({string.Join(", ", shape)}).",
                nameof(shape));
        }
    }
}
