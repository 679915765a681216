using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>x.</summary>
internal readonly struct LinearFunction : IActivationFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Value<TLanes, T>(TLanes x)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged =>
        x;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Derivative<TLanes, T>(TLanes y)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged =>
        TLanes.Of(1);
}
