using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetDsl.Training;

/// <summary>Another formula, after its gradient was scaled and cut and its parameter decayed.</summary>
/// <typeparam name="T">The element type of the network.</typeparam>
/// <typeparam name="TRule">The other formula.</typeparam>
/// <param name="inner">The other formula.</param>
/// <param name="scale">What the gradient is multiplied by; 1 for nothing.</param>
/// <param name="bound">The largest magnitude of a gradient after that; infinity for any.</param>
/// <param name="decay">The part that a parameter loses; 0 for nothing.</param>
internal readonly struct ConditionedRule<T, TRule>(TRule inner, T scale, T bound, T decay) : IUpdateRule<T>
    where T : unmanaged
    where TRule : struct, IUpdateRule<T>
{
    private readonly TRule inner = inner;
    private readonly Vector<T> scale = new(scale);
    private readonly Vector<T> bound = new(bound);
    private readonly Vector<T> decay = new(decay);

    public static IReadOnlyList<string> SlotNames => TRule.SlotNames;

    public static int SlotCount => TRule.SlotCount;

    // What is lost is subtracted: in single precision 1 - decay would have few digits of a small decay.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<T> Apply(Vector<T> parameter, Vector<T> gradient, ref Vector<T> first, ref Vector<T> second, ref Vector<T> third) =>
        this.inner.Apply(
            parameter - (parameter * this.decay),
            Vector.Min(Vector.Max(gradient * this.scale, -this.bound), this.bound),
            ref first,
            ref second,
            ref third);
}
