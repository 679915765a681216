using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>x / (1 + |x|), with the derivative (1 - |y|)^2.</summary>
internal readonly struct SoftsignFunction : IActivationFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Value<TLanes, T>(TLanes x)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged
    {
        // Up to here 1 and what is added to it have a quotient that is not that of infinities.
        TLanes z = TLanes.Min(TLanes.Of(1e30), TLanes.Max(TLanes.Of(-1e30), x));
        return z / (TLanes.Of(1) + TLanes.Abs(z));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Derivative<TLanes, T>(TLanes y)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged
    {
        TLanes root = TLanes.Of(1) - TLanes.Abs(y);
        return root * root;
    }
}
