using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>s x where x is positive, otherwise s a (exp x - 1), with the derivatives s and y + s a (Klambauer et al. 2017, equation 14).</summary>
internal readonly struct SELUFunction : IActivationFunction
{
    // Those with which values of mean 0 and variance 1 keep both.
    private const double Alpha = 1.67326324235437728;
    private const double Scale = 1.05070098735548049;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Value<TLanes, T>(TLanes x)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged =>
        TLanes.WhereGreater(x, TLanes.Of(0), x * TLanes.Of(Scale), TLanes.Of(Scale * Alpha) * TLanes.ExpM1OfNegative(TLanes.Min(TLanes.Of(0), x)));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Derivative<TLanes, T>(TLanes y)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged =>
        TLanes.WhereGreater(y, TLanes.Of(0), TLanes.Of(Scale), y + TLanes.Of(Scale * Alpha));
}
