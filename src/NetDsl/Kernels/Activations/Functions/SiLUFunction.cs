using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>x s(x) with the sigmoid s, with the derivative s (1 + x (1 - s)) (Elfwing et al. 2017).</summary>
internal readonly struct SiLUFunction : IActivationFunction
{
    // Beyond it the sigmoid is 0 or 1 in both precisions, and infinity times 0 would be no number.
    private const double Bound = 750;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Value<TLanes, T>(TLanes x)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged
    {
        TLanes z = TLanes.Max(TLanes.Of(-Bound), x);
        return z * TLanes.Sigmoid(z);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Derivative<TLanes, T>(TLanes x)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged
    {
        TLanes z = TLanes.Min(TLanes.Of(Bound), TLanes.Max(TLanes.Of(-Bound), x));
        TLanes s = TLanes.Sigmoid(z);
        return s * (TLanes.Of(1) + (z * (TLanes.Of(1) - s)));
    }
}
