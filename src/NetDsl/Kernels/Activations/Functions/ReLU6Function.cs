using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>min(6, max(0, x)), with the derivative 1 between the two.</summary>
internal readonly struct ReLU6Function : IActivationFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Value<TLanes, T>(TLanes x)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged =>
        TLanes.Min(TLanes.Of(6), TLanes.Max(TLanes.Of(0), x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Derivative<TLanes, T>(TLanes y)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged =>
        TLanes.WhereGreater(y, TLanes.Of(0), TLanes.WhereGreater(TLanes.Of(6), y, TLanes.Of(1), TLanes.Of(0)), TLanes.Of(0));
}
