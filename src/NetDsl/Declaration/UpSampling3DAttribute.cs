namespace NetDsl;

/// <summary>
/// Makes a volume larger by whole factors, by repeating each voxel.
/// Input [..., depth, height, width, channels], output [..., depth x size, height x size, width x size, channels]; dimensions before the
/// depth are kept.
/// </summary>
/// <example><code>[UpSampling3D(2)]</code></example>
public sealed class UpSampling3DAttribute : LayerAttribute
{
    /// <summary>The same factor in all directions.</summary>
    /// <param name="size">How many times as large, at least 1.</param>
    public UpSampling3DAttribute(int size = 2)
        : this(size, size, size)
    {
    }

    /// <summary>A factor of its own for each direction.</summary>
    /// <param name="sizeDepth">How many times the depth, at least 1.</param>
    /// <param name="sizeHeight">How many times the height, at least 1.</param>
    /// <param name="sizeWidth">How many times the width, at least 1.</param>
    public UpSampling3DAttribute(int sizeDepth, int sizeHeight, int sizeWidth)
    {
        this.SizeDepth = sizeDepth;
        this.SizeHeight = sizeHeight;
        this.SizeWidth = sizeWidth;
    }

    /// <summary>How many times the depth.</summary>
    public int SizeDepth { get; }

    /// <summary>How many times the height.</summary>
    public int SizeHeight { get; }

    /// <summary>How many times the width.</summary>
    public int SizeWidth { get; }
}
