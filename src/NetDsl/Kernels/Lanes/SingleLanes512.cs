using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetDsl.Kernels;

/// <summary>A vector of 512 bits of single precision.</summary>
/// <param name="vector">The vector.</param>
internal readonly struct SingleLanes512(Vector512<float> vector) : ISingleLanes<SingleLanes512>
{
    private readonly Vector512<float> vector = vector;

    public static int Count => Vector512<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 Load(ref float source) => new(Vector512.LoadUnsafe(ref source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 Of(double value) => new(Vector512.Create((float)value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 operator +(SingleLanes512 x, SingleLanes512 y) => new(x.vector + y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 operator -(SingleLanes512 x, SingleLanes512 y) => new(x.vector - y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 operator *(SingleLanes512 x, SingleLanes512 y) => new(x.vector * y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 operator /(SingleLanes512 x, SingleLanes512 y) => new(x.vector / y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 operator -(SingleLanes512 x) => new(-x.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 MultiplyAdd(SingleLanes512 x, SingleLanes512 y, SingleLanes512 sum) =>
        new(Vector512.MultiplyAddEstimate(x.vector, y.vector, sum.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 Abs(SingleLanes512 x) => new(Vector512.Abs(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 Min(SingleLanes512 bound, SingleLanes512 x) => new(Vector512.MinNative(bound.vector, x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 Max(SingleLanes512 bound, SingleLanes512 x) => new(Vector512.MaxNative(bound.vector, x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 WhereGreater(SingleLanes512 a, SingleLanes512 b, SingleLanes512 then, SingleLanes512 otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.GreaterThan(a.vector, b.vector), then.vector, otherwise.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 Exp(SingleLanes512 x) => new(LaneMath.Exp(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 ExpM1OfNegative(SingleLanes512 x) => SingleFunctions.ExpM1OfNegative(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 Log1POfUnit(SingleLanes512 x) => SingleFunctions.Log1POfUnit(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 Sigmoid(SingleLanes512 x) => new(LaneMath.Sigmoid(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 Tanh(SingleLanes512 x) => new(LaneMath.Tanh(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 ScaledNormalTail(SingleLanes512 x) => SingleFunctions.ScaledNormalTail(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 Round(SingleLanes512 x) => new(Vector512.Round(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes512 PowerOfTwo(SingleLanes512 n) =>
        new(Vector512.AsSingle((Vector512.ConvertToInt32Native(n.vector) + Vector512.Create(127)) << 23));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float destination) => this.vector.StoreUnsafe(ref destination);
}
