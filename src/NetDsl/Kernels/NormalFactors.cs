using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>Noise that multiplies each value by a normal number around 1, which in either precision is drawn in single precision.</summary>
/// <param name="deviation">Its standard deviation.</param>
internal readonly struct NormalFactors(float deviation) : INoise
{
    /// <inheritdoc/>
    public float Of(float value, uint bits) => value * this.Factor(bits);

    /// <inheritdoc/>
    public double Of(double value, uint bits) => value * this.Factor(bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Of(Vector<float> values, Vector<uint> bits) => values * this.Factor(bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Vector<double> Lower, Vector<double> Upper) Of(Vector<double> lower, Vector<double> upper, Vector<uint> bits)
    {
        Vector.Widen(this.Factor(bits), out Vector<double> lowerFactor, out Vector<double> upperFactor);
        return (lower * lowerFactor, upper * upperFactor);
    }

    private float Factor(uint bits) => (NormalLanes.Of(bits) * deviation) + 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector<float> Factor(Vector<uint> bits) => (NormalLanes.Of(bits) * deviation) + Vector<float>.One;
}
