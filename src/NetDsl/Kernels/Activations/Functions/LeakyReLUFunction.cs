using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>x where it is positive, otherwise a multiple of it.</summary>
/// <param name="negativeSlope">The multiple, at least 0.</param>
internal readonly struct LeakyReLUFunction(double negativeSlope) : IActivationFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Value<TLanes, T>(TLanes x)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged =>
        TLanes.WhereGreater(x, TLanes.Of(0), x, x * TLanes.Of(negativeSlope));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Derivative<TLanes, T>(TLanes y)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged =>
        TLanes.WhereGreater(y, TLanes.Of(0), TLanes.Of(1), TLanes.Of(negativeSlope));
}
