using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetDsl.Kernels;

/// <summary>A vector of 128 bits of single precision.</summary>
/// <param name="vector">The vector.</param>
internal readonly struct SingleLanes128(Vector128<float> vector) : ISingleLanes<SingleLanes128>
{
    private readonly Vector128<float> vector = vector;

    public static int Count => Vector128<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 Load(ref float source) => new(Vector128.LoadUnsafe(ref source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 Of(double value) => new(Vector128.Create((float)value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 operator +(SingleLanes128 x, SingleLanes128 y) => new(x.vector + y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 operator -(SingleLanes128 x, SingleLanes128 y) => new(x.vector - y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 operator *(SingleLanes128 x, SingleLanes128 y) => new(x.vector * y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 operator /(SingleLanes128 x, SingleLanes128 y) => new(x.vector / y.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 operator -(SingleLanes128 x) => new(-x.vector);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 MultiplyAdd(SingleLanes128 x, SingleLanes128 y, SingleLanes128 sum) =>
        new(Vector128.MultiplyAddEstimate(x.vector, y.vector, sum.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 Abs(SingleLanes128 x) => new(Vector128.Abs(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 Min(SingleLanes128 bound, SingleLanes128 x) => new(Vector128.MinNative(bound.vector, x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 Max(SingleLanes128 bound, SingleLanes128 x) => new(Vector128.MaxNative(bound.vector, x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 WhereGreater(SingleLanes128 a, SingleLanes128 b, SingleLanes128 then, SingleLanes128 otherwise) =>
        new(Vector128.ConditionalSelect(Vector128.GreaterThan(a.vector, b.vector), then.vector, otherwise.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 Exp(SingleLanes128 x) => new(LaneMath.Exp(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 ExpM1OfNegative(SingleLanes128 x) => SingleFunctions.ExpM1OfNegative(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 Log1POfUnit(SingleLanes128 x) => SingleFunctions.Log1POfUnit(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 Sigmoid(SingleLanes128 x) => new(LaneMath.Sigmoid(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 Tanh(SingleLanes128 x) => new(LaneMath.Tanh(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 ScaledNormalTail(SingleLanes128 x) => SingleFunctions.ScaledNormalTail(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 Round(SingleLanes128 x) => new(Vector128.Round(x.vector));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SingleLanes128 PowerOfTwo(SingleLanes128 n) =>
        new(Vector128.AsSingle((Vector128.ConvertToInt32Native(n.vector) + Vector128.Create(127)) << 23));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(ref float destination) => this.vector.StoreUnsafe(ref destination);
}
