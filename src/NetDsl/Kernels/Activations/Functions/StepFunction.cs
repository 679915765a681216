using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>1 where x is at least 0, otherwise 0; the derivative is 0.</summary>
internal readonly struct StepFunction : IActivationFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Value<TLanes, T>(TLanes x)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged =>
        TLanes.WhereGreater(x, TLanes.Of(0), TLanes.Of(1), TLanes.WhereGreater(TLanes.Of(0), x, TLanes.Of(0), x + TLanes.Of(1)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Derivative<TLanes, T>(TLanes y)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged =>
        TLanes.Of(0);
}
