using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>Noise that adds to each value a normal number, which in either precision is drawn in single precision.</summary>
/// <param name="deviation">Its standard deviation.</param>
internal readonly struct NormalSummands(float deviation) : INoise
{
    /// <inheritdoc/>
    public float Of(float value, uint bits) => value + (NormalLanes.Of(bits) * deviation);

    /// <inheritdoc/>
    public double Of(double value, uint bits) => value + (NormalLanes.Of(bits) * deviation);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Of(Vector<float> values, Vector<uint> bits) => values + (NormalLanes.Of(bits) * deviation);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Vector<double> Lower, Vector<double> Upper) Of(Vector<double> lower, Vector<double> upper, Vector<uint> bits)
    {
        Vector.Widen(NormalLanes.Of(bits) * deviation, out Vector<double> lowerSummand, out Vector<double> upperSummand);
        return (lower + lowerSummand, upper + upperSummand);
    }
}
