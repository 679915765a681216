using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>
/// x s(2 u) with u = sqrt(2 / pi) (x + 0.044715 x^3) and the sigmoid s, which is 0.5 x (1 + tanh u) (Hendrycks and Gimpel 2016), with the
/// derivative s (1 + x (1 - s) (2 u)').
/// </summary>
internal readonly struct ApproximateGELUFunction : IActivationFunction
{
    // Beyond it the sigmoid is 0 or 1 in both precisions, and infinity times 0 would be no number.
    private const double Bound = 40;

    private const double Scale = 1.59576912160573071;
    private const double Cubic = 0.044715;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Value<TLanes, T>(TLanes x)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged
    {
        TLanes z = TLanes.Max(TLanes.Of(-Bound), x);
        return z * TLanes.Sigmoid(z * TLanes.MultiplyAdd(z * z, TLanes.Of(Scale * Cubic), TLanes.Of(Scale)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Derivative<TLanes, T>(TLanes x)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged
    {
        TLanes z = TLanes.Min(TLanes.Of(Bound), TLanes.Max(TLanes.Of(-Bound), x));
        TLanes square = z * z;
        TLanes s = TLanes.Sigmoid(z * TLanes.MultiplyAdd(square, TLanes.Of(Scale * Cubic), TLanes.Of(Scale)));
        TLanes slope = TLanes.MultiplyAdd(square, TLanes.Of(3 * Scale * Cubic), TLanes.Of(Scale));
        return s * (TLanes.Of(1) + (z * (TLanes.Of(1) - s) * slope));
    }
}
