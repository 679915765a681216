using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>-1, 0 or 1; the derivative is 0.</summary>
internal readonly struct SignFunction : IActivationFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Value<TLanes, T>(TLanes x)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged =>
        TLanes.WhereGreater(x, TLanes.Of(0), TLanes.Of(1), TLanes.WhereGreater(TLanes.Of(0), x, TLanes.Of(-1), x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Derivative<TLanes, T>(TLanes y)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged =>
        TLanes.Of(0);
}
