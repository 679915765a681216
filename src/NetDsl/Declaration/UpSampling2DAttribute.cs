namespace NetDsl;

/// <summary>
/// Makes an image larger by whole factors, by repeating each pixel or on straight lines between them.
/// Input [..., height, width, channels], output [..., height x size, width x size, channels]; dimensions before the height are kept.
/// </summary>
/// <example><code>[UpSampling2D(2, Interpolation = Interpolation.Bilinear)]</code></example>
public sealed class UpSampling2DAttribute : LayerAttribute
{
    /// <summary>The same factor in both directions.</summary>
    /// <param name="size">How many times as large, at least 1.</param>
    public UpSampling2DAttribute(int size = 2)
        : this(size, size)
    {
    }

    /// <summary>A factor of its own for each direction.</summary>
    /// <param name="sizeHeight">How many times the height, at least 1.</param>
    /// <param name="sizeWidth">How many times the width, at least 1.</param>
    public UpSampling2DAttribute(int sizeHeight, int sizeWidth)
    {
        this.SizeHeight = sizeHeight;
        this.SizeWidth = sizeWidth;
    }

    /// <summary>How many times the height.</summary>
    public int SizeHeight { get; }

    /// <summary>How many times the width.</summary>
    public int SizeWidth { get; }

    /// <summary>What is between the pixels.</summary>
    public Interpolation Interpolation { get; set; } = Interpolation.Nearest;
}
