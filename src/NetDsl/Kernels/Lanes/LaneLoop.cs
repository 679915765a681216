using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NetDsl.Kernels;

/// <summary>
/// Applies a function, or its derivative, to a run of values in the longest vectors of the machine. A value's result does not depend on its
/// place: the last few are computed in a vector as well.
/// </summary>
internal static class LaneLoop
{
    /// <summary>destination = f(source).</summary>
    /// <param name="function">The function.</param>
    /// <param name="source">The first argument.</param>
    /// <param name="destination">Where the first value goes; may be the source.</param>
    /// <param name="count">The number of values.</param>
    public static void Apply<TFunction, T>(TFunction function, ref T source, ref T destination, int count)
        where TFunction : struct, IActivationFunction
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            Apply(function, ref Unsafe.As<T, float>(ref source), ref Unsafe.As<T, float>(ref destination), count);
        }
        else
        {
            Apply<TFunction, DoubleLane, double>(function, ref Unsafe.As<T, double>(ref source), ref Unsafe.As<T, double>(ref destination), 0, count);
        }
    }

    /// <summary>destination = delta f', or that added to what is there.</summary>
    /// <param name="function">The function.</param>
    /// <param name="delta">The gradient with respect to the function's first value.</param>
    /// <param name="values">The first of what the function's derivative takes.</param>
    /// <param name="destination">Where the gradient with respect to the first argument goes; may be the delta or the values.</param>
    /// <param name="count">The number of values.</param>
    /// <param name="accumulate">Whether it is added to what is there.</param>
    public static void Derive<TFunction, T>(TFunction function, ref T delta, ref T values, ref T destination, int count, bool accumulate)
        where TFunction : struct, IActivationFunction
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            Derive(
                function,
                ref Unsafe.As<T, float>(ref delta),
                ref Unsafe.As<T, float>(ref values),
                ref Unsafe.As<T, float>(ref destination),
                count,
                accumulate);
        }
        else
        {
            Derive<TFunction, DoubleLane, double>(
                function,
                ref Unsafe.As<T, double>(ref delta),
                ref Unsafe.As<T, double>(ref values),
                ref Unsafe.As<T, double>(ref destination),
                0,
                count,
                accumulate);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    private static void Apply<TFunction>(TFunction function, ref float source, ref float destination, int count)
        where TFunction : struct, IActivationFunction
    {
        int done = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            done = Apply<TFunction, SingleLanes512, float>(function, ref source, ref destination, done, count);
        }

        if (Vector256.IsHardwareAccelerated)
        {
            done = Apply<TFunction, SingleLanes256, float>(function, ref source, ref destination, done, count);
        }

        done = Apply<TFunction, SingleLanes128, float>(function, ref source, ref destination, done, count);
        if (done < count)
        {
            Span<float> rest = stackalloc float[SingleLanes128.Count];
            Fill(rest, ref Unsafe.Add(ref source, done), count - done);
            ref float place = ref MemoryMarshal.GetReference(rest);
            Apply<TFunction, SingleLanes128, float>(function, ref place, ref place, 0, SingleLanes128.Count);
            rest[..(count - done)].CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref destination, done), count - done));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Apply<TFunction, TLanes, T>(TFunction function, ref T source, ref T destination, int done, int count)
        where TFunction : struct, IActivationFunction
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged
    {
        for (; done <= count - TLanes.Count; done += TLanes.Count)
        {
            function.Value<TLanes, T>(TLanes.Load(ref Unsafe.Add(ref source, done))).Store(ref Unsafe.Add(ref destination, done));
        }

        return done;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    private static void Derive<TFunction>(
        TFunction function, ref float delta, ref float values, ref float destination, int count, bool accumulate)
        where TFunction : struct, IActivationFunction
    {
        int done = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            done = Derive<TFunction, SingleLanes512, float>(function, ref delta, ref values, ref destination, done, count, accumulate);
        }

        if (Vector256.IsHardwareAccelerated)
        {
            done = Derive<TFunction, SingleLanes256, float>(function, ref delta, ref values, ref destination, done, count, accumulate);
        }

        done = Derive<TFunction, SingleLanes128, float>(function, ref delta, ref values, ref destination, done, count, accumulate);
        if (done < count)
        {
            int lanes = SingleLanes128.Count;
            Span<float> rest = stackalloc float[3 * lanes];
            Fill(rest[..lanes], ref Unsafe.Add(ref delta, done), count - done);
            Fill(rest[lanes..(2 * lanes)], ref Unsafe.Add(ref values, done), count - done);
            Fill(rest[(2 * lanes)..], ref Unsafe.Add(ref destination, done), count - done);
            Derive<TFunction, SingleLanes128, float>(function, ref rest[0], ref rest[lanes], ref rest[2 * lanes], 0, lanes, accumulate);
            rest.Slice(2 * lanes, count - done).CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref destination, done), count - done));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Derive<TFunction, TLanes, T>(
        TFunction function, ref T delta, ref T values, ref T destination, int done, int count, bool accumulate)
        where TFunction : struct, IActivationFunction
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged
    {
        for (; done <= count - TLanes.Count; done += TLanes.Count)
        {
            TLanes derived = TLanes.Load(ref Unsafe.Add(ref delta, done))
                * function.Derivative<TLanes, T>(TLanes.Load(ref Unsafe.Add(ref values, done)));
            ref T place = ref Unsafe.Add(ref destination, done);
            (accumulate ? TLanes.Load(ref place) + derived : derived).Store(ref place);
        }

        return done;
    }

    private static void Fill(Span<float> room, ref float first, int count)
    {
        room.Clear();
        MemoryMarshal.CreateReadOnlySpan(ref first, count).CopyTo(room);
    }
}
