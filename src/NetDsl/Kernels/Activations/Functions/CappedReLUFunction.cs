using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>
/// Keras's general ReLU: the largest value from there on, x from the threshold to there, below the threshold a multiple of its distance. Its
/// derivative takes the sums: values below the threshold and above it may be the same.
/// </summary>
/// <param name="maxValue">The largest value.</param>
/// <param name="negativeSlope">The multiple.</param>
/// <param name="threshold">Where the function begins to be x.</param>
internal readonly struct CappedReLUFunction(double maxValue, double negativeSlope, double threshold) : IActivationFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Value<TLanes, T>(TLanes x)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged
    {
        // A slope of 0 makes 0 of negative infinity too.
        TLanes below = negativeSlope == 0 ? TLanes.Of(0) : (x - TLanes.Of(threshold)) * TLanes.Of(negativeSlope);
        return TLanes.WhereGreater(TLanes.Of(threshold), x, below, TLanes.Min(TLanes.Of(maxValue), x));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Derivative<TLanes, T>(TLanes x)
        where TLanes : struct, ILaneValue<TLanes, T>
        where T : unmanaged =>
        TLanes.WhereGreater(x, TLanes.Of(threshold), TLanes.WhereGreater(TLanes.Of(maxValue), x, TLanes.Of(1), TLanes.Of(0)), TLanes.Of(negativeSlope));
}
