using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>Noise that replaces some values, and scales and shifts the others.</summary>
/// <param name="threshold">The bits below which a value is lost: P = threshold / 2^32.</param>
/// <param name="scale">What those kept are multiplied by.</param>
/// <param name="shift">What is added to them.</param>
/// <param name="lost">What the others become.</param>
internal readonly struct LostValues(uint threshold, double scale, double shift, double lost) : INoise
{
    /// <inheritdoc/>
    public float Of(float value, uint bits) => bits < threshold ? (float)lost : (value * (float)scale) + (float)shift;

    /// <inheritdoc/>
    public double Of(double value, uint bits) => bits < threshold ? lost : (value * scale) + shift;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector<float> Of(Vector<float> values, Vector<uint> bits)
    {
        Vector<float> isLost = Vector.LessThan(bits, Vector.Create(threshold)).As<uint, float>();
        return Vector.ConditionalSelect(isLost, Vector.Create((float)lost), (values * (float)scale) + Vector.Create((float)shift));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (Vector<double> Lower, Vector<double> Upper) Of(Vector<double> lower, Vector<double> upper, Vector<uint> bits)
    {
        // Sign extension makes a mask of 64 bits of one of 32.
        Vector.Widen(Vector.LessThan(bits, Vector.Create(threshold)).As<uint, int>(), out Vector<long> lowerMask, out Vector<long> upperMask);
        Vector<double> lostVector = Vector.Create(lost);
        Vector<double> shiftVector = Vector.Create(shift);
        return (
            Vector.ConditionalSelect(lowerMask.As<long, double>(), lostVector, (lower * scale) + shiftVector),
            Vector.ConditionalSelect(upperMask.As<long, double>(), lostVector, (upper * scale) + shiftVector));
    }
}
