using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetDsl.Training;

/// <summary>
/// The state of an optimiser that is one <see cref="IUpdateRule{T}"/>: a single pass over parameters, gradients and slots, since for
/// all but small networks the step is as fast as the memory. <see cref="Vector{T}"/> is wide enough: at 64 bytes instead of 32, Adam was
/// measured no faster, being bound by division and square root.
/// </summary>
/// <typeparam name="T">The element type of the network.</typeparam>
/// <typeparam name="TRule">The formula.</typeparam>
internal sealed class SweepState<T, TRule> : OptimizerState<T>
    where T : unmanaged
    where TRule : struct, IUpdateRule<T>
{
    private readonly Func<double, long, TRule> ruleOfStep;
    private readonly ParameterSet<T>[] slots;
    private TRule rule;

    /// <summary>The state before the first step.</summary>
    /// <param name="optimizer">The settings.</param>
    /// <param name="parameters">The parameters that a step changes.</param>
    /// <param name="threads">The threads that share a step.</param>
    /// <param name="ruleOfStep">Gives the formula with the constants of a step, from the learning rate and the step's number from 1.</param>
    public SweepState(Optimizer optimizer, ParameterSet<T> parameters, int threads, Func<double, long, TRule> ruleOfStep)
        : base(optimizer, parameters, threads, TRule.SlotNames)
    {
        this.ruleOfStep = ruleOfStep;
        this.slots = [.. TRule.SlotNames.Select(name => this.Slots[name])];
    }

    protected override void BeginStep() => this.rule = this.ruleOfStep(this.LearningRate, this.Steps);

    protected override void Update(ParameterSet<T> gradients, int begin, int end) => Sweep(
        this.rule,
        this.IsShared,
        this.Parameters.Values[begin..end],
        gradients.Values[begin..end],
        TRule.SlotCount > 0 ? this.slots[0].Values[begin..end] : [],
        TRule.SlotCount > 1 ? this.slots[1].Values[begin..end] : []);

    // Compiled in full at the first call: a large network would otherwise spend its first steps in unoptimised code.
    // Parameters that all threads read go past the caches: a store to a line that another core has read waits until that core has given it up,
    // 7 ns a line measured between two cores of one L3 cache and 28 ns between two such caches, against 3 ns for all of a store past them and
    // 2 ns for reading it again.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void Sweep(TRule rule, bool isShared, Span<T> parameters, ReadOnlySpan<T> gradients, Span<T> first, Span<T> second)
    {
        ref T w = ref MemoryMarshal.GetReference(parameters);
        ref T g = ref MemoryMarshal.GetReference(gradients);
        ref T s1 = ref MemoryMarshal.GetReference(first);
        ref T s2 = ref MemoryMarshal.GetReference(second);
        Vector<T> v1 = default;
        Vector<T> v2 = default;
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

            Vector<T> updated = rule.Apply(Vector.LoadUnsafe(ref w, i), Vector.LoadUnsafe(ref g, i), ref v1, ref v2);
            if (isShared)
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
        }

        if (i < length)
        {
            int rest = (int)i;
            SweepRest(
                rule, parameters[rest..], gradients[rest..], TRule.SlotCount > 0 ? first[rest..] : [], TRule.SlotCount > 1 ? second[rest..] : []);
        }
    }

    // Less than a vector, computed in one that is filled up with zeros.
    private static void SweepRest(TRule rule, Span<T> parameters, ReadOnlySpan<T> gradients, Span<T> first, Span<T> second)
    {
        Vector<T> v1 = Load(first);
        Vector<T> v2 = Load(second);
        Store(rule.Apply(Load(parameters), Load(gradients), ref v1, ref v2), parameters);
        Store(v1, first);
        Store(v2, second);
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
