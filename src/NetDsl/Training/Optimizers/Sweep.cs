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
    public static void Run(
        in TRule rule, bool pastCaches, ParameterSet<T> parameters, ParameterSet<T> gradients, ParameterSet<T>[] slots, int begin, int end) => Run(
            rule,
            pastCaches,
            parameters.Values[begin..end],
            gradients.Values[begin..end],
            TRule.SlotCount > 0 ? slots[0].Values[begin..end] : [],
            TRule.SlotCount > 1 ? slots[1].Values[begin..end] : [],
            TRule.SlotCount > 2 ? slots[2].Values[begin..end] : []);

    // Compiled in full at the first call: a large network would otherwise spend its first steps in unoptimised code.
    // Parameters that all threads read go past the caches: a store to a line that another core has read waits until that core has given it up,
    // 7 ns a line measured between two cores of one L3 cache and 28 ns between two such caches, against 3 ns for all of a store past them and
    // 2 ns for reading it again.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Run(
        TRule rule, bool pastCaches, Span<T> parameters, ReadOnlySpan<T> gradients, Span<T> first, Span<T> second, Span<T> third)
    {
        ref T w = ref MemoryMarshal.GetReference(parameters);
        ref T g = ref MemoryMarshal.GetReference(gradients);
        ref T s1 = ref MemoryMarshal.GetReference(first);
        ref T s2 = ref MemoryMarshal.GetReference(second);
        ref T s3 = ref MemoryMarshal.GetReference(third);
        Vector<T> v1 = default;
        Vector<T> v2 = default;
        Vector<T> v3 = default;
        nuint length = (nuint)parameters.Length;
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
            int rest = (int)i;
            RunRest(
                rule,
                parameters[rest..],
                gradients[rest..],
                TRule.SlotCount > 0 ? first[rest..] : [],
                TRule.SlotCount > 1 ? second[rest..] : [],
                TRule.SlotCount > 2 ? third[rest..] : []);
        }
    }

    // Less than a vector, computed in one that is filled up with zeros.
    private static void RunRest(TRule rule, Span<T> parameters, ReadOnlySpan<T> gradients, Span<T> first, Span<T> second, Span<T> third)
    {
        Vector<T> v1 = Load(first);
        Vector<T> v2 = Load(second);
        Vector<T> v3 = Load(third);
        Store(rule.Apply(Load(parameters), Load(gradients), ref v1, ref v2, ref v3), parameters);
        Store(v1, first);
        Store(v2, second);
        Store(v3, third);
    }

    private static Vector<T> Load(ReadOnlySpan<T> values)
    {
        Span<T> lanes = stackalloc T[Vector<T>.Count];
        lanes.Clear();
        values.CopyTo(lanes);
        return new Vector<T>(lanes);
    }

    private static void Store(Vector<T> vector, Span<T> values)
    {
        Span<T> lanes = stackalloc T[Vector<T>.Count];
        vector.CopyTo(lanes);
        lanes[..values.Length].CopyTo(values);
    }
}
