using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetDsl.Kernels;

/// <summary>A vector of 256 bits of single precision.</summary>
/// <param name="vector">The vector.</param>
internal readonly struct SingleLanes256(Vector256<float> vector) : ISingleLanes<SingleLanes256>
{
    private readonly Vector256<float> vector = vector;

    public static int Count => Vector256<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 Load(ref float source) => new(Vector256.LoadUnsafe(ref source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 Of(double value) => new(Vector256.Create((float)value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 operator +(SingleLanes256 x, SingleLanes256 y) => new(x.vector + y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 operator -(SingleLanes256 x, SingleLanes256 y) => new(x.vector - y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 operator *(SingleLanes256 x, SingleLanes256 y) => new(x.vector * y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 operator /(SingleLanes256 x, SingleLanes256 y) => new(x.vector / y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 operator -(SingleLanes256 x) => new(-x.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 MultiplyAdd(SingleLanes256 x, SingleLanes256 y, SingleLanes256 sum) =>
        new(Vector256.MultiplyAddEstimate(x.vector, y.vector, sum.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 Abs(SingleLanes256 x) => new(Vector256.Abs(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 Min(SingleLanes256 bound, SingleLanes256 x) => new(Vector256.MinNative(bound.vector, x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 Max(SingleLanes256 bound, SingleLanes256 x) => new(Vector256.MaxNative(bound.vector, x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 WhereGreater(SingleLanes256 a, SingleLanes256 b, SingleLanes256 then, SingleLanes256 otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.GreaterThan(a.vector, b.vector), then.vector, otherwise.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 Exp(SingleLanes256 x) => new(LaneMath.Exp(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 ExpM1OfNegative(SingleLanes256 x) => SingleFunctions.ExpM1OfNegative(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 Log1POfUnit(SingleLanes256 x) => SingleFunctions.Log1POfUnit(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 Sigmoid(SingleLanes256 x) => new(LaneMath.Sigmoid(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 Tanh(SingleLanes256 x) => new(LaneMath.Tanh(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 ScaledNormalTail(SingleLanes256 x) => SingleFunctions.ScaledNormalTail(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 Round(SingleLanes256 x) => new(Vector256.Round(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes256 PowerOfTwo(SingleLanes256 n) =>
        new(Vector256.AsSingle((Vector256.ConvertToInt32Native(n.vector) + Vector256.Create(127)) << 23));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float destination) => this.vector.StoreUnsafe(ref destination);
}
