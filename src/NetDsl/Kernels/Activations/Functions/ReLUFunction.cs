using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>max(0, x), with the derivative 1 where it is positive.</summary>
internal readonly struct ReLUFunction : IActivationFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Value<TLanes, T>(TLanes x)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged =>
        TLanes.Max(TLanes.Of(0), x);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Derivative<TLanes, T>(TLanes y)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged =>
        TLanes.WhereGreater(y, TLanes.Of(0), TLanes.Of(1), TLanes.Of(0));
}
