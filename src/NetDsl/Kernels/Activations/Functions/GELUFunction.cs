using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>x P(X &lt;= x) for a standard normal X, with the derivative P + x p(x) (Hendrycks and Gimpel 2016).</summary>
internal readonly struct GELUFunction : IActivationFunction
{
    // Beyond it the density is 0 in both precisions, and infinity times 0 would be no number.
    private const double Bound = 40;

    private const double InverseRootOfTwoPi = 0.398942280401432678;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Value<TLanes, T>(TLanes x)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged
    {
        TLanes distance = TLanes.Min(TLanes.Of(Bound), TLanes.Abs(x));
        return TLanes.Max(TLanes.Of(0), x) - (distance * Tail<TLanes, T>(distance, out _));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Derivative<TLanes, T>(TLanes x)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged
    {
        TLanes z = TLanes.Min(TLanes.Of(Bound), TLanes.Max(TLanes.Of(-Bound), x));
        TLanes tail = Tail<TLanes, T>(TLanes.Abs(z), out TLanes density);
        return TLanes.WhereGreater(z, TLanes.Of(0), TLanes.Of(1) - tail, tail) + (z * density);
    }

    // The probability of more than x, and the density at x.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Tail<TLanes, T>(TLanes x, out TLanes density)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged
    {
        TLanes power = TLanes.Exp(x * x * TLanes.Of(-0.5));
        density = power * TLanes.Of(InverseRootOfTwoPi);
        return power * TLanes.ScaledNormalTail(x);
    }
}
