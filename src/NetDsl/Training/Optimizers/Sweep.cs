using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetDsl.Training;

/// <summary>
/// A step of an optimiser that is one <see cref="IUpdateRule{T}"/>: a single pass over parameters, gradients and slots, since for
/// all but small networks the step is as fast as the memory. <see cref="Vector{T}"/> is wide enough: at 64 bytes instead of 32, Adam was
/// measured no faster, being bound by division and square root.
/// </summary>
/// <typeparam name="T">The element type of the network.</typeparam>
/// <typeparam name="TRule">The formula.</typeparam>
internal static class Sweep<T, TRule>
    where T : unmanaged
    where TRule : struct, IUpdateRule<T>
{
    /// <summary>Changes a range of the flat storage.</summary>
    /// <param name="rule">The formula with the constants of the step.</param>
    /// <param name="pastCaches">Whether the parameters, which then begin on a cache line, are written past the caches.</param>
    /// <param name="parameters">All parameters.</param>
    /// <param name="gradients">Their gradients.</param>
    /// <param name="slots">What is remembered of them.</param>
    /// <param name="begin">The first element.</param>
    /// <param name="end">One past the last element.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run(
        in TRule rule, bool pastCaches, ParameterSet<T> parameters, ParameterSet<T> gradients, ParameterSet<T>[] slots, int begin, int end) => Run(
            rule,
            pastCaches,
            ref Unsafe.Add(ref parameters.Reference, begin),
            ref Unsafe.Add(ref gradients.Reference, begin),
            ref TRule.SlotCount > 0 ? ref Unsafe.Add(ref slots[0].Reference, begin) : ref Unsafe.NullRef<T>(),
            ref TRule.SlotCount > 1 ? ref Unsafe.Add(ref slots[1].Reference, begin) : ref Unsafe.NullRef<T>(),
            ref TRule.SlotCount > 2 ? ref Unsafe.Add(ref slots[2].Reference, begin) : ref Unsafe.NullRef<T>(),
            (nuint)(end - begin));

    // Compiled in full at the first call: a large network would otherwise spend its first steps in unoptimised code.
    // Parameters that all threads read go past the caches: a store to a line that another core has read waits until that core has given it up,
    // 7 ns a line measured between two cores of one L3 cache and 28 ns between two such caches, against 3 ns for all of a store past them and
    // 2 ns for reading it again.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Run(TRule rule, bool pastCaches, ref T w, ref T g, ref T s1, ref T s2, ref T s3, nuint length)
    {
        Vector<T> v1 = default;
        Vector<T> v2 = default;
        Vector<T> v3 = default;
        nuint step = (nuint)Vector<T>.Count;
        nuint i = 0;
        for (; i + step <= length; i += step)
        {
            if (TRule.SlotCount > 0)
            {
                v1 = Vector.LoadUnsafe(ref s1, i);
            }

            if (TRule.SlotCount > 1)
            {
                v2 = Vector.LoadUnsafe(ref s2, i);
            }

            if (TRule.SlotCount > 2)
            {
                v3 = Vector.LoadUnsafe(ref s3, i);
            }

            Vector<T> updated = rule.Apply(Vector.LoadUnsafe(ref w, i), Vector.LoadUnsafe(ref g, i), ref v1, ref v2, ref v3);
            if (pastCaches)
            {
                updated.StoreAlignedNonTemporal((T*)Unsafe.AsPointer(ref Unsafe.Add(ref w, i)));
            }
            else
            {
                updated.StoreUnsafe(ref w, i);
            }

            if (TRule.SlotCount > 0)
            {
                v1.StoreUnsafe(ref s1, i);
            }

            if (TRule.SlotCount > 1)
            {
                v2.StoreUnsafe(ref s2, i);
            }

            if (TRule.SlotCount > 2)
            {
                v3.StoreUnsafe(ref s3, i);
            }
        }

        if (i < length)
        {
            RunRest(rule, ref w, ref g, ref s1, ref s2, ref s3, (int)i, (int)(length - i));
        }
    }

    // Less than a vector, computed in one that is filled up with zeros.
    private static void RunRest(TRule rule, ref T w, ref T g, ref T s1, ref T s2, ref T s3, int begin, int count)
    {
        Vector<T> v1 = TRule.SlotCount > 0 ? Load(ref s1, begin, count) : default;
        Vector<T> v2 = TRule.SlotCount > 1 ? Load(ref s2, begin, count) : default;
        Vector<T> v3 = TRule.SlotCount > 2 ? Load(ref s3, begin, count) : default;
        Store(rule.Apply(Load(ref w, begin, count), Load(ref g, begin, count), ref v1, ref v2, ref v3), ref w, begin, count);
        if (TRule.SlotCount > 0)
        {
            Store(v1, ref s1, begin, count);
        }

        if (TRule.SlotCount > 1)
        {
            Store(v2, ref s2, begin, count);
        }

        if (TRule.SlotCount > 2)
        {
            Store(v3, ref s3, begin, count);
        }
    }

    private static Vector<T> Load(ref T values, int begin, int count)
    {
        Span<T> lanes = stackalloc T[Vector<T>.Count];
        lanes.Clear();
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref values, begin), count).CopyTo(lanes);
        return new Vector<T>(lanes);
    }

    private static void Store(Vector<T> vector, ref T values, int begin, int count)
    {
        Span<T> lanes = stackalloc T[Vector<T>.Count];
        vector.CopyTo(lanes);
        lanes[..count].CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref values, begin), count));
    }
}
