using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>min(1, max(0, x / 6 + 1 / 2)), with the derivative 1 / 6 between the two.</summary>
internal readonly struct HardSigmoidFunction : IActivationFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Value<TLanes, T>(TLanes x)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged =>
        TLanes.Min(TLanes.Of(1), TLanes.Max(TLanes.Of(0), TLanes.MultiplyAdd(x, TLanes.Of(1.0 / 6), TLanes.Of(0.5))));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Derivative<TLanes, T>(TLanes y)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged =>
        TLanes.WhereGreater(y, TLanes.Of(0), TLanes.WhereGreater(TLanes.Of(1), y, TLanes.Of(1.0 / 6), TLanes.Of(0)), TLanes.Of(0));
}
