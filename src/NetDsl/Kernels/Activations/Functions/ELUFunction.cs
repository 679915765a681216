using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>x where it is positive, otherwise alpha (exp x - 1), with the derivatives 1 and y + alpha (Clevert et al. 2015).</summary>
/// <param name="alpha">What the values tend to, with the other sign; at least 0.</param>
internal readonly struct ELUFunction(double alpha) : IActivationFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Value<TLanes, T>(TLanes x)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged =>
        TLanes.WhereGreater(x, TLanes.Of(0), x, TLanes.Of(alpha) * TLanes.ExpM1OfNegative(TLanes.Min(TLanes.Of(0), x)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Derivative<TLanes, T>(TLanes y)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged =>
        TLanes.WhereGreater(y, TLanes.Of(0), TLanes.Of(1), y + TLanes.Of(alpha));
}
