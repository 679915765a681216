namespace NetDsl;

/// <summary>
/// The mean of the values of each window of an image, channel by channel; at the edge of padding Same it is the mean of those inside, as in
/// TensorFlow.
/// Input [..., height, width, channels], output [..., output height, output width, channels]; dimensions before the height are kept.
/// </summary>
/// <example><code>[AveragePooling2D(2)]</code></example>
public sealed class AveragePooling2DAttribute : Pooling2DAttribute
{
    /// <summary>Pooling over square windows.</summary>
    /// <param name="poolSize">The height and the width of the window in pixels.</param>
    public AveragePooling2DAttribute(int poolSize = 2)
        : base(poolSize, poolSize)
    {
    }

    /// <summary>Pooling over rectangular windows.</summary>
    /// <param name="poolHeight">The height of the window in pixels.</param>
    /// <param name="poolWidth">The width of the window in pixels.</param>
    public AveragePooling2DAttribute(int poolHeight, int poolWidth)
        : base(poolHeight, poolWidth)
    {
    }
}
