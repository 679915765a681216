namespace NetDsl;

/// <summary>
/// The smallest value of each window of an image, channel by channel; of several that are smallest the first takes the gradient. Keras has
/// no such layer; the arguments are those of its other pooling.
/// Input [..., height, width, channels], output [..., output height, output width, channels]; dimensions before the height are kept.
/// </summary>
/// <example><code>[MinPooling2D(2)]</code></example>
public sealed class MinPooling2DAttribute : Pooling2DAttribute
{
    /// <summary>Pooling over square windows.</summary>
    /// <param name="poolSize">The height and the width of the window in pixels.</param>
    public MinPooling2DAttribute(int poolSize = 2)
        : base(poolSize, poolSize)
    {
    }

    /// <summary>Pooling over rectangular windows.</summary>
    /// <param name="poolHeight">The height of the window in pixels.</param>
    /// <param name="poolWidth">The width of the window in pixels.</param>
    public MinPooling2DAttribute(int poolHeight, int poolWidth)
        : base(poolHeight, poolWidth)
    {
    }
}
