namespace NetDsl.Generators.Planning;

/// <summary>
/// The channels of a layer that computes by channel, as runs of values side by side: one run, which vectors may take beyond its last value into its
/// padding, or several where a Flatten looks at an image with gaps as one axis; these, and samples that lie as the caller wrote them, vectors fill
/// exactly.
/// </summary>
/// <param name="Count">All channels.</param>
/// <param name="Groups">The loops over runs: A is the step in memory, Y that of its gradient, B and C the step in the channels.</param>
/// <param name="Run">The channels of a run.</param>
/// <param name="Stored">What vectors take of a run.</param>
/// <param name="Width">What that is a multiple of: the longest vector that fits is used.</param>
internal sealed record ChannelRun(int Count, EquatableArray<Loop> Groups, int Run, int Stored, int Width)
{
    /// <summary>The channels of a tensor.</summary>
    /// <param name="view">Its values.</param>
    /// <param name="delta">Its gradient, which is looked at as the values are.</param>
    /// <param name="element">The type of both.</param>
    public static ChannelRun Of(TensorView view, TensorView delta, ElementType element)
    {
        int count = view.Last.Aggregate(1, (n, d) => n * d.Extent);
        if (view.Last.Count == 1 && view.PaddedLast == element.Padded(count))
        {
            return new(count, EquatableArray<Loop>.Empty, count, view.PaddedLast, view.PaddedLast);
        }

        List<Loop> loops = [];
        int inside = count;
        foreach ((Dimension value, Dimension gradient) in view.Last.Zip(delta.Last, (value, gradient) => (value, gradient)))
        {
            inside /= value.Extent;
            loops.Add(new("group", value.Extent, A: value.Stride, B: inside, C: inside, Y: gradient.Stride));
        }

        EquatableArray<Loop> merged = Loop.Merge(loops);
        bool hasRun = merged.Count > 0 && merged[merged.Count - 1] is { A: 1, Y: 1 };
        int run = hasRun ? merged[merged.Count - 1].Extent : 1;
        return new(count, new(merged.Take(merged.Count - (hasRun ? 1 : 0))), run, run, Math.Min(element.LongestVector, run & -run));
    }
}
