using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetDsl.Kernels;

/// <summary>
/// Exponential, sigmoid and hyperbolic tangent of vectors, inlined into generated code: called for, each would push the sums of a tiny
/// network out of their registers. Those of single precision are polynomials; those of double precision go through the platform's
/// exponential.
/// </summary>
/// <remarks>
/// exp x = 2^n exp r with n = round(x / log 2) and |r| at most log(2) / 2, where exp r - 1 = r + r^2 P(r) with the P of S. Moshier's
/// Cephes library (expf), good to 1e-7 relative. Keeping the 1 apart gives exp x - 1 without loss near 0, and with it
/// tanh x = (u - 1) / (u + 1), u = exp 2x.
/// </remarks>
public static class LaneMath
{
    // Beyond these, exp x is 0 or infinity in single precision.
    private const float LowestExponent = -87.33654f;
    private const float HighestExponent = 88.72284f;

    // tanh is 1 to the last bit from 10 (single precision) and from 20 (double precision) on.
    private const float SingleBound = 20;
    private const double DoubleBound = 40;

    private const float InverseLog2 = 1.44269504f;

    // log 2 in two parts; the first has so few digits that n times it is exact.
    private const float Log2High = 0.693359375f;
    private const float Log2Low = -2.12194440e-4f;

    /// <summary>exp x in each lane.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        Vector512<float> y = Vector512.MinNative(Vector512.MaxNative(x, Vector512.Create(LowestExponent)), Vector512.Create(HighestExponent));
        Vector512<float> rest = Reduce(y, out Vector512<float> power, out Vector512<float> more);
        Vector512<float> value = Vector512.MultiplyAddEstimate(power, rest, power) * more;
        value = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512.Create(LowestExponent)), Vector512<float>.Zero, value);
        value = Vector512.ConditionalSelect(Vector512.GreaterThan(x, Vector512.Create(HighestExponent)), Vector512.Create(float.PositiveInfinity), value);
        return Vector512.ConditionalSelect(Vector512.Equals(x, x), value, x);
    }

    /// <summary>exp x in each lane.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x) => Vector512.Exp(x);

    /// <summary>1 / (1 + exp(-x)) in each lane.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    /// <summary>1 / (1 + exp(-x)) in each lane.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Sigmoid(Vector512<double> x) => Vector512<double>.One / (Vector512<double>.One + Exp(-x));

    /// <summary>tanh x in each lane.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        Vector512<float> y = Vector512.Min(Vector512.Max(x + x, Vector512.Create(-SingleBound)), Vector512.Create(SingleBound));
        Vector512<float> rest = Reduce(y, out Vector512<float> power, out Vector512<float> more);
        power *= more;
        Vector512<float> difference = Vector512.MultiplyAddEstimate(power, rest, power - Vector512<float>.One);
        return difference / (difference + Vector512.Create(2f));
    }

    /// <summary>
    /// tanh x in each lane. exp y - 1 is computed as (u - 1) y / log u with u = exp y, in which the errors of both factors cancel
    /// (W. Kahan; N. Higham, Accuracy and Stability of Numerical Algorithms, section 1.14.1).
    /// </summary>
    /// <param name="x">The arguments.</param>
    public static Vector512<double> Tanh(Vector512<double> x)
    {
        Vector512<double> y = Vector512.Min(Vector512.Max(x + x, Vector512.Create(-DoubleBound)), Vector512.Create(DoubleBound));
        Vector512<double> u = Vector512.Exp(y), one = Vector512<double>.One;
        Vector512<double> difference = Vector512.ConditionalSelect(Vector512.Equals(u, one), y, (u - one) * y / Vector512.Log(u));
        return difference / (u + one);
    }

    /// <summary>exp r - 1, and 2^n as two factors, where x = n log 2 + r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Reduce(Vector512<float> x, out Vector512<float> power, out Vector512<float> more)
    {
        Vector512<float> n = Vector512.Round(x * Vector512.Create(InverseLog2));
        Vector512<float> r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-Log2High), x);
        r = Vector512.MultiplyAddEstimate(n, Vector512.Create(-Log2Low), r);
        Vector512<float> p = Vector512.MultiplyAddEstimate(Vector512.Create(1.9875691500e-4f), r, Vector512.Create(1.3981999507e-3f));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(8.3334519073e-3f));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(4.1665795894e-2f));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(1.6666665459e-1f));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(5.0000001201e-1f));

        // n reaches 128, and 2^128 has no single-precision form.
        Vector512<int> exponent = Vector512.ConvertToInt32Native(n);
        Vector512<int> half = exponent >> 1;
        power = Vector512.AsSingle((half + Vector512.Create(127)) << 23);
        more = Vector512.AsSingle((exponent - half + Vector512.Create(127)) << 23);
        return Vector512.MultiplyAddEstimate(p, r * r, r);
    }

    /// <summary>exp x in each lane.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        Vector256<float> y = Vector256.MinNative(Vector256.MaxNative(x, Vector256.Create(LowestExponent)), Vector256.Create(HighestExponent));
        Vector256<float> rest = Reduce(y, out Vector256<float> power, out Vector256<float> more);
        Vector256<float> value = Vector256.MultiplyAddEstimate(power, rest, power) * more;
        value = Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(LowestExponent)), Vector256<float>.Zero, value);
        value = Vector256.ConditionalSelect(Vector256.GreaterThan(x, Vector256.Create(HighestExponent)), Vector256.Create(float.PositiveInfinity), value);
        return Vector256.ConditionalSelect(Vector256.Equals(x, x), value, x);
    }

    /// <summary>exp x in each lane.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Exp(Vector256<double> x) => Vector256.Exp(x);

    /// <summary>1 / (1 + exp(-x)) in each lane.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Vector256<float>.One / (Vector256<float>.One + Exp(-x));

    /// <summary>1 / (1 + exp(-x)) in each lane.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Sigmoid(Vector256<double> x) => Vector256<double>.One / (Vector256<double>.One + Exp(-x));

    /// <summary>tanh x in each lane.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        Vector256<float> y = Vector256.Min(Vector256.Max(x + x, Vector256.Create(-SingleBound)), Vector256.Create(SingleBound));
        Vector256<float> rest = Reduce(y, out Vector256<float> power, out Vector256<float> more);
        power *= more;
        Vector256<float> difference = Vector256.MultiplyAddEstimate(power, rest, power - Vector256<float>.One);
        return difference / (difference + Vector256.Create(2f));
    }

    /// <summary>
    /// tanh x in each lane. exp y - 1 is computed as (u - 1) y / log u with u = exp y, in which the errors of both factors cancel
    /// (W. Kahan; N. Higham, Accuracy and Stability of Numerical Algorithms, section 1.14.1).
    /// </summary>
    /// <param name="x">The arguments.</param>
    public static Vector256<double> Tanh(Vector256<double> x)
    {
        Vector256<double> y = Vector256.Min(Vector256.Max(x + x, Vector256.Create(-DoubleBound)), Vector256.Create(DoubleBound));
        Vector256<double> u = Vector256.Exp(y), one = Vector256<double>.One;
        Vector256<double> difference = Vector256.ConditionalSelect(Vector256.Equals(u, one), y, (u - one) * y / Vector256.Log(u));
        return difference / (u + one);
    }

    /// <summary>exp r - 1, and 2^n as two factors, where x = n log 2 + r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Reduce(Vector256<float> x, out Vector256<float> power, out Vector256<float> more)
    {
        Vector256<float> n = Vector256.Round(x * Vector256.Create(InverseLog2));
        Vector256<float> r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Log2High), x);
        r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Log2Low), r);
        Vector256<float> p = Vector256.MultiplyAddEstimate(Vector256.Create(1.9875691500e-4f), r, Vector256.Create(1.3981999507e-3f));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(8.3334519073e-3f));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(4.1665795894e-2f));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(1.6666665459e-1f));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(5.0000001201e-1f));

        // n reaches 128, and 2^128 has no single-precision form.
        Vector256<int> exponent = Vector256.ConvertToInt32Native(n);
        Vector256<int> half = exponent >> 1;
        power = Vector256.AsSingle((half + Vector256.Create(127)) << 23);
        more = Vector256.AsSingle((exponent - half + Vector256.Create(127)) << 23);
        return Vector256.MultiplyAddEstimate(p, r * r, r);
    }

    /// <summary>exp x in each lane.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Exp(Vector128<float> x)
    {
        Vector128<float> y = Vector128.MinNative(Vector128.MaxNative(x, Vector128.Create(LowestExponent)), Vector128.Create(HighestExponent));
        Vector128<float> rest = Reduce(y, out Vector128<float> power, out Vector128<float> more);
        Vector128<float> value = Vector128.MultiplyAddEstimate(power, rest, power) * more;
        value = Vector128.ConditionalSelect(Vector128.LessThan(x, Vector128.Create(LowestExponent)), Vector128<float>.Zero, value);
        value = Vector128.ConditionalSelect(Vector128.GreaterThan(x, Vector128.Create(HighestExponent)), Vector128.Create(float.PositiveInfinity), value);
        return Vector128.ConditionalSelect(Vector128.Equals(x, x), value, x);
    }

    /// <summary>exp x in each lane.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Exp(Vector128<double> x) => Vector128.Exp(x);

    /// <summary>1 / (1 + exp(-x)) in each lane.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Sigmoid(Vector128<float> x) => Vector128<float>.One / (Vector128<float>.One + Exp(-x));

    /// <summary>1 / (1 + exp(-x)) in each lane.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<double> Sigmoid(Vector128<double> x) => Vector128<double>.One / (Vector128<double>.One + Exp(-x));

    /// <summary>tanh x in each lane.</summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Tanh(Vector128<float> x)
    {
        Vector128<float> y = Vector128.Min(Vector128.Max(x + x, Vector128.Create(-SingleBound)), Vector128.Create(SingleBound));
        Vector128<float> rest = Reduce(y, out Vector128<float> power, out Vector128<float> more);
        power *= more;
        Vector128<float> difference = Vector128.MultiplyAddEstimate(power, rest, power - Vector128<float>.One);
        return difference / (difference + Vector128.Create(2f));
    }

    /// <summary>
    /// tanh x in each lane. exp y - 1 is computed as (u - 1) y / log u with u = exp y, in which the errors of both factors cancel
    /// (W. Kahan; N. Higham, Accuracy and Stability of Numerical Algorithms, section 1.14.1).
    /// </summary>
    /// <param name="x">The arguments.</param>
    public static Vector128<double> Tanh(Vector128<double> x)
    {
        Vector128<double> y = Vector128.Min(Vector128.Max(x + x, Vector128.Create(-DoubleBound)), Vector128.Create(DoubleBound));
        Vector128<double> u = Vector128.Exp(y), one = Vector128<double>.One;
        Vector128<double> difference = Vector128.ConditionalSelect(Vector128.Equals(u, one), y, (u - one) * y / Vector128.Log(u));
        return difference / (u + one);
    }

    /// <summary>exp r - 1, and 2^n as two factors, where x = n log 2 + r.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Reduce(Vector128<float> x, out Vector128<float> power, out Vector128<float> more)
    {
        Vector128<float> n = Vector128.Round(x * Vector128.Create(InverseLog2));
        Vector128<float> r = Vector128.MultiplyAddEstimate(n, Vector128.Create(-Log2High), x);
        r = Vector128.MultiplyAddEstimate(n, Vector128.Create(-Log2Low), r);
        Vector128<float> p = Vector128.MultiplyAddEstimate(Vector128.Create(1.9875691500e-4f), r, Vector128.Create(1.3981999507e-3f));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(8.3334519073e-3f));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(4.1665795894e-2f));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(1.6666665459e-1f));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(5.0000001201e-1f));

        // n reaches 128, and 2^128 has no single-precision form.
        Vector128<int> exponent = Vector128.ConvertToInt32Native(n);
        Vector128<int> half = exponent >> 1;
        power = Vector128.AsSingle((half + Vector128.Create(127)) << 23);
        more = Vector128.AsSingle((exponent - half + Vector128.Create(127)) << 23);
        return Vector128.MultiplyAddEstimate(p, r * r, r);
    }
}
