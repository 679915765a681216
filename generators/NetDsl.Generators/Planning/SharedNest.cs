namespace NetDsl.Generators.Planning;

/// <summary>The loops over the values of several tensors of one shape, however each of them lies in memory.</summary>
/// <param name="Loops">The loops, outermost first, besides the run.</param>
/// <param name="Run">The values that follow each other without a gap in all of them.</param>
internal sealed record SharedNest(EquatableArray<SharedLoop> Loops, int Run)
{
    /// <summary>
    /// The loops over some views of as many values. Where one sees several dimensions as one, it is taken in the steps of the others. The padding of
    /// the last axis, where all have the same, is taken along: it is zero in all of them, and cheaper than going round it.
    /// </summary>
    public static SharedNest Over(IReadOnlyList<TensorView> views)
    {
        Stack<Dimension>[] left = [.. views.Select(view => new Stack<Dimension>(view.Dimensions))];
        bool isPadded = views.All(view => view.PaddedLast == views[0].PaddedLast && view.Dimensions.Last() == views[0].Dimensions.Last());
        List<SharedLoop> loops = [];
        while (left.All(dimensions => dimensions.Count > 0))
        {
            int extent = left.Min(dimensions => dimensions.Peek().Extent);
            EquatableArray<int> strides = new(left.Select(dimensions => Take(dimensions, extent)));
            Add(loops, new(loops.Count == 0 && isPadded ? views[0].PaddedLast : extent, strides));
        }

        bool hasRun = loops.Count > 0 && loops[0].Strides.All(stride => stride == 1);
        int run = hasRun ? loops[0].Extent : 1;
        return new(new(loops.Skip(hasRun ? 1 : 0).Reverse()), run);
    }

    /// <summary>Adds a loop around those there are, the last being the outermost; one that goes on where the last ends is one with it.</summary>
    private static void Add(List<SharedLoop> loops, SharedLoop loop)
    {
        if (loop.Extent == 1 && loops.Count > 0)
        {
            return;
        }

        if (loops.Count > 0)
        {
            SharedLoop inner = loops[loops.Count - 1];
            if (inner.Extent == 1)
            {
                loops[loops.Count - 1] = loop;
                return;
            }

            if (loop.Strides.Zip(inner.Strides, (outer, step) => outer == step * inner.Extent).All(goesOn => goesOn))
            {
                loops[loops.Count - 1] = new(inner.Extent * loop.Extent, inner.Strides);
                return;
            }
        }

        loops.Add(loop);
    }

    private static int Take(Stack<Dimension> dimensions, int extent)
    {
        Dimension taken = dimensions.Pop();
        if (taken.Extent > extent)
        {
            dimensions.Push(new(taken.Extent / extent, taken.Stride * extent));
        }

        return taken.Stride;
    }
}
