namespace NetDsl;

/// <summary>
/// Zeros around the steps.
/// Input [..., steps, channels], output [..., output steps, channels]; dimensions before the steps are kept.
/// </summary>
/// <remarks>The zeros are written once, with the memory, and the values stay where they are.</remarks>
/// <example><code>[ZeroPadding1D(2, 0)]</code></example>
public sealed class ZeroPadding1DAttribute : LayerAttribute
{
    /// <summary>As many zeros on all sides.</summary>
    /// <param name="padding">The zeros on each side.</param>
    public ZeroPadding1DAttribute(int padding = 1)
        : this(padding, padding)
    {
    }

    /// <summary>Zeros of their own for each side.</summary>
    /// <param name="left">The zeros before the first step.</param>
    /// <param name="right">The zeros after the last step.</param>
    public ZeroPadding1DAttribute(int left, int right)
    {
        this.Left = left;
        this.Right = right;
    }

    /// <summary>The zeros before the first step, at least 0.</summary>
    public int Left { get; }

    /// <summary>The zeros after the last step, at least 0.</summary>
    public int Right { get; }
}
