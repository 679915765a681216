using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>log(1 + exp x) = max(0, x) + log(1 + exp(-|x|)), with the derivative 1 - exp(-y).</summary>
internal readonly struct SoftplusFunction : IActivationFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Value<TLanes, T>(TLanes x)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged =>
        TLanes.Max(TLanes.Of(0), x) + TLanes.Log1POfUnit(TLanes.Exp(-TLanes.Abs(x)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Derivative<TLanes, T>(TLanes y)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged =>
        -TLanes.ExpM1OfNegative(-y);
}
