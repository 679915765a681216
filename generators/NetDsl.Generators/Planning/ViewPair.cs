namespace NetDsl.Generators.Planning;

/// <summary>Goes through two views of the same values side by side, in the order of the values, however each of them is laid out.</summary>
internal static class ViewPair
{
    /// <summary>
    /// The loops over both, A in the steps of the first, C in those of the second, in as few as both allow; B counts the values passed over.
    /// Where one is a single dimension and the other several, the single one is taken in the others' steps.
    /// </summary>
    /// <param name="first">A view.</param>
    /// <param name="second">Another of the same values.</param>
    /// <param name="padding">The elements after the last value of a row that are taken along.</param>
    /// <returns>The loops; null where the dimensions of one begin and end within those of the other.</returns>
    public static List<Loop>? Of(TensorView first, TensorView second, int padding = 0)
    {
        Stack<Dimension> left = new(first.Dimensions);
        Stack<Dimension> right = new(second.Dimensions);
        List<Loop> loops = [];
        int passed = 1;
        while (left.Count > 0 && right.Count > 0)
        {
            Dimension a = left.Pop();
            Dimension c = right.Pop();
            int extent = Math.Min(a.Extent, c.Extent);
            if (Math.Max(a.Extent, c.Extent) % extent != 0)
            {
                return null;
            }

            Rest(left, a, extent);
            Rest(right, c, extent);
            int stored = loops.Count == 0 ? extent + padding : extent;
            loops.Insert(0, new("place", stored, A: a.Stride, B: passed, C: c.Stride));
            passed *= stored;
        }

        return [.. Loop.Merge(loops)];

        static void Rest(Stack<Dimension> dimensions, Dimension taken, int extent)
        {
            if (taken.Extent > extent)
            {
                dimensions.Push(new(taken.Extent / extent, taken.Stride * extent));
            }
        }
    }
}
