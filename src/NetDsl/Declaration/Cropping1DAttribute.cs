namespace NetDsl;

/// <summary>
/// What is left of the steps without some at both ends.
/// Input [..., steps, channels], output [..., output steps, channels]; dimensions before the steps are kept.
/// </summary>
/// <remarks>It moves nothing where the memory allows it.</remarks>
/// <example><code>[Cropping1D(2, 0)]</code></example>
public sealed class Cropping1DAttribute : LayerAttribute
{
    /// <summary>As much on all sides.</summary>
    /// <param name="cropping">The steps on each side.</param>
    public Cropping1DAttribute(int cropping = 1)
        : this(cropping, cropping)
    {
    }

    /// <summary>An extent of its own for each side.</summary>
    /// <param name="left">The steps before the first step.</param>
    /// <param name="right">The steps after the last step.</param>
    public Cropping1DAttribute(int left, int right)
    {
        this.Left = left;
        this.Right = right;
    }

    /// <summary>The steps before the first step, at least 0.</summary>
    public int Left { get; }

    /// <summary>The steps after the last step, at least 0.</summary>
    public int Right { get; }
}
