namespace NetDsl;

/// <summary>
/// The largest value of each window of a volume, channel by channel; of several that are largest the first takes the gradient.
/// Input [..., depth, height, width, channels], output [..., output depth, output height, output width, channels]; dimensions before the
/// depth are kept.
/// </summary>
/// <example><code>[MaxPooling3D(2)]</code></example>
public sealed class MaxPooling3DAttribute : Pooling3DAttribute
{
    /// <summary>Pooling over cubic windows.</summary>
    /// <param name="poolSize">The depth, the height and the width of the window in voxels.</param>
    public MaxPooling3DAttribute(int poolSize = 2)
        : base(poolSize, poolSize, poolSize)
    {
    }

    /// <summary>Pooling over windows of any sides.</summary>
    /// <param name="poolDepth">The depth of the window in voxels.</param>
    /// <param name="poolHeight">The height of the window in voxels.</param>
    /// <param name="poolWidth">The width of the window in voxels.</param>
    public MaxPooling3DAttribute(int poolDepth, int poolHeight, int poolWidth)
        : base(poolDepth, poolHeight, poolWidth)
    {
    }
}
