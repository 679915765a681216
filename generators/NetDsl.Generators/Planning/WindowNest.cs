using NetDsl.Generators.Shapes.Layers;

namespace NetDsl.Generators.Planning;

/// <summary>The loops over windows and over the values under each, for tensors seen through windows (A, C) and for what comes of them (B, Y).</summary>
/// <param name="Places">The loops over the windows, those along <see cref="Clipped"/> last, in which what is seen through windows does not move.</param>
/// <param name="Values">The loops over the values of a window, one for each of <see cref="Clipped"/>.</param>
/// <param name="Clipped">The windows where one of them reaches over the edge, so that only a part of its values is there; otherwise empty.</param>
/// <param name="Overlap">Whether a value is under several windows.</param>
internal sealed record WindowNest(EquatableArray<Loop> Places, EquatableArray<Loop> Values, EquatableArray<Window> Clipped, bool Overlap)
{
    /// <summary>The values of a whole window.</summary>
    public int Size => this.Values.Aggregate(1, (n, loop) => n * loop.Extent);

    /// <summary>Windows that move along the last axes before the channels, at each place before those.</summary>
    /// <param name="windows">The windows.</param>
    /// <param name="a">A tensor seen through them, and what <see cref="Loop.A"/> moves in.</param>
    /// <param name="b">What comes of it.</param>
    /// <param name="c">Another tensor seen through them, or null.</param>
    /// <param name="y">Another that comes of it, or null.</param>
    public static WindowNest Of(EquatableArray<Window> windows, TensorView a, TensorView b, TensorView? c = null, TensorView? y = null)
    {
        int axes = windows.Count;
        bool isClipped = windows.Any(w => w.PadBefore > 0 || w.PadAfter > 0);
        IEnumerable<Loop> outer = Loop.Over(a.Before(axes), b.Before(axes), c?.Before(axes), y?.Before(axes));
        IEnumerable<Loop> moves = windows.Select((window, i) => new Loop(
            "window",
            window.Output,
            A: isClipped ? 0 : window.Stride * Stride(a, i),
            B: Stride(b, i),
            C: isClipped ? 0 : window.Stride * Stride(c, i),
            Y: Stride(y, i)));
        Loop[] values = [.. windows.Select((window, i) => new Loop("value", window.Size, A: Stride(a, i), C: Stride(c, i)))];
        return new(
            isClipped ? new(Loop.Merge(outer).Concat(moves)) : Loop.Merge(outer.Concat(moves)),
            isClipped ? new(values) : Loop.Merge(values),
            isClipped ? windows : EquatableArray<Window>.Empty,
            windows.Any(w => w.Size > w.Stride && w.Output > 1));

        int Stride(TensorView? view, int axis) => view?.Strides(axes)[axis] ?? 0;
    }

    /// <summary>One window over the whole of the last axes before the channels, at each place before those.</summary>
    /// <param name="axes">How many axes.</param>
    /// <param name="keepsAxes">Whether what comes of it has these axes too, each with one place.</param>
    /// <param name="a">A tensor seen through it.</param>
    /// <param name="b">What comes of it.</param>
    /// <param name="c">Another tensor seen through it, or null.</param>
    /// <param name="y">Another that comes of it, or null.</param>
    public static WindowNest Whole(int axes, bool keepsAxes, TensorView a, TensorView b, TensorView? c = null, TensorView? y = null) => new(
        Loop.Merge(Loop.Over(a.Before(axes), b.Before(keepsAxes ? axes : 0), c?.Before(axes), y?.Before(keepsAxes ? axes : 0))),
        Loop.Merge(Loop.Over(a: a.Leading.Skip(a.Before(axes).Count()), c: c?.Leading.Skip(c.Before(axes).Count()))),
        EquatableArray<Window>.Empty,
        false);

    /// <summary>Windows of one value each, which take values from place to place.</summary>
    /// <param name="places">The loops over the places.</param>
    public static WindowNest Single(IEnumerable<Loop> places) => new(Loop.Merge(places), EquatableArray<Loop>.Empty, EquatableArray<Window>.Empty, false);
}
