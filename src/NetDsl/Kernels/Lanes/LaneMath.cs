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
/// Cephes library (expf), good to 1e-7 relative.
/// </remarks>
public static class LaneMath
{
    // Beyond these, exp x is 0 or infinity in single precision.
    private const float LowestExponent = -87.33654f;
    private const float HighestExponent = 88.72284f;

    // tanh x = x P(x^2) / Q(x^2), both of degree 4 and beginning with 1: the coefficients of least relative error up to the bound, from which on
    // tanh is 1 to the last bit (weighted least squares, 2.1e-8 at most; rounding makes it 5 units in the last place at most, 0.6 on average).
    // By way of the exponential it takes twice as many operations.
    private const float TanhBound = 9.02f;
    private const float TanhP1 = 0.133797184f;
    private const float TanhP2 = 0.00349403545f;
    private const float TanhP3 = 2.05834949e-5f;
    private const float TanhP4 = 1.33190872e-8f;
    private const float TanhQ1 = 0.467130333f;
    private const float TanhQ2 = 0.0258710776f;
    private const float TanhQ3 = 0.000328309427f;
    private const float TanhQ4 = 7.76202626e-7f;

    // tanh is 1 to the last bit from half of this on.
    private const double DoubleBound = 40;

    private const float InverseLog2 = 1.44269504f;

    // log 2 in two parts; the first has so few digits that n times it is exact.
    private const float Log2High = 0.693359375f;
    private const float Log2Low = -2.12194440e-4f;

    private const float ExpP0 = 5.0000001201e-1f;
    private const float ExpP1 = 1.6666665459e-1f;
    private const float ExpP2 = 4.1665795894e-2f;
    private const float ExpP3 = 8.3334519073e-3f;
    private const float ExpP4 = 1.3981999507e-3f;
    private const float ExpP5 = 1.9875691500e-4f;

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
        Vector512<float> y = Vector512.MinNative(Vector512.Create(TanhBound), Vector512.MaxNative(Vector512.Create(-TanhBound), x));
        Vector512<float> u = y * y;
        Vector512<float> p = Vector512.MultiplyAddEstimate(Vector512.Create(TanhP4), u, Vector512.Create(TanhP3));
        Vector512<float> q = Vector512.MultiplyAddEstimate(Vector512.Create(TanhQ4), u, Vector512.Create(TanhQ3));
        p = Vector512.MultiplyAddEstimate(p, u, Vector512.Create(TanhP2));
        q = Vector512.MultiplyAddEstimate(q, u, Vector512.Create(TanhQ2));
        p = Vector512.MultiplyAddEstimate(p, u, Vector512.Create(TanhP1));
        q = Vector512.MultiplyAddEstimate(q, u, Vector512.Create(TanhQ1));
        p = Vector512.MultiplyAddEstimate(p, u, Vector512<float>.One) * y;
        q = Vector512.MultiplyAddEstimate(q, u, Vector512<float>.One);
        return Vector512.MinNative(Vector512<float>.One, Vector512.MaxNative(-Vector512<float>.One, p / q));
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
        Vector512<float> p = Vector512.MultiplyAddEstimate(Vector512.Create(ExpP5), r, Vector512.Create(ExpP4));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(ExpP3));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(ExpP2));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(ExpP1));
        p = Vector512.MultiplyAddEstimate(p, r, Vector512.Create(ExpP0));

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

    /// <summary>
    /// exp x in each lane, where no x is positive: one power is enough, and its terms are summed in pairs, since a softmax of a few classes waits
    /// for them. Below the least exponent it stays at that one's value, 1e-38.
    /// </summary>
    /// <param name="x">The arguments.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<float> ExpOfNegative(Vector256<float> x)
    {
        Vector256<float> y = Vector256.MaxNative(Vector256.Create(LowestExponent), x);
        Vector256<float> n = Vector256.Round(y * Vector256.Create(InverseLog2));
        Vector256<float> r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Log2High), y);
        r = Vector256.MultiplyAddEstimate(n, Vector256.Create(-Log2Low), r);
        Vector256<float> square = r * r;
        Vector256<float> high = Vector256.MultiplyAddEstimate(Vector256.Create(ExpP5), r, Vector256.Create(ExpP4));
        Vector256<float> middle = Vector256.MultiplyAddEstimate(Vector256.Create(ExpP3), r, Vector256.Create(ExpP2));
        Vector256<float> low = Vector256.MultiplyAddEstimate(Vector256.Create(ExpP1), r, Vector256.Create(ExpP0));
        Vector256<float> p = Vector256.MultiplyAddEstimate(Vector256.MultiplyAddEstimate(high, square, middle), square, low);
        Vector256<float> power = Vector256.AsSingle((Vector256.ConvertToInt32Native(n) + Vector256.Create(127)) << 23);
        return Vector256.MultiplyAddEstimate(power, Vector256.MultiplyAddEstimate(p, square, r), power);
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
        Vector256<float> y = Vector256.MinNative(Vector256.Create(TanhBound), Vector256.MaxNative(Vector256.Create(-TanhBound), x));
        Vector256<float> u = y * y;
        Vector256<float> p = Vector256.MultiplyAddEstimate(Vector256.Create(TanhP4), u, Vector256.Create(TanhP3));
        Vector256<float> q = Vector256.MultiplyAddEstimate(Vector256.Create(TanhQ4), u, Vector256.Create(TanhQ3));
        p = Vector256.MultiplyAddEstimate(p, u, Vector256.Create(TanhP2));
        q = Vector256.MultiplyAddEstimate(q, u, Vector256.Create(TanhQ2));
        p = Vector256.MultiplyAddEstimate(p, u, Vector256.Create(TanhP1));
        q = Vector256.MultiplyAddEstimate(q, u, Vector256.Create(TanhQ1));
        p = Vector256.MultiplyAddEstimate(p, u, Vector256<float>.One) * y;
        q = Vector256.MultiplyAddEstimate(q, u, Vector256<float>.One);
        return Vector256.MinNative(Vector256<float>.One, Vector256.MaxNative(-Vector256<float>.One, p / q));
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
        Vector256<float> p = Vector256.MultiplyAddEstimate(Vector256.Create(ExpP5), r, Vector256.Create(ExpP4));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(ExpP3));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(ExpP2));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(ExpP1));
        p = Vector256.MultiplyAddEstimate(p, r, Vector256.Create(ExpP0));

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
        Vector128<float> y = Vector128.MinNative(Vector128.Create(TanhBound), Vector128.MaxNative(Vector128.Create(-TanhBound), x));
        Vector128<float> u = y * y;
        Vector128<float> p = Vector128.MultiplyAddEstimate(Vector128.Create(TanhP4), u, Vector128.Create(TanhP3));
        Vector128<float> q = Vector128.MultiplyAddEstimate(Vector128.Create(TanhQ4), u, Vector128.Create(TanhQ3));
        p = Vector128.MultiplyAddEstimate(p, u, Vector128.Create(TanhP2));
        q = Vector128.MultiplyAddEstimate(q, u, Vector128.Create(TanhQ2));
        p = Vector128.MultiplyAddEstimate(p, u, Vector128.Create(TanhP1));
        q = Vector128.MultiplyAddEstimate(q, u, Vector128.Create(TanhQ1));
        p = Vector128.MultiplyAddEstimate(p, u, Vector128<float>.One) * y;
        q = Vector128.MultiplyAddEstimate(q, u, Vector128<float>.One);
        return Vector128.MinNative(Vector128<float>.One, Vector128.MaxNative(-Vector128<float>.One, p / q));
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
        Vector128<float> p = Vector128.MultiplyAddEstimate(Vector128.Create(ExpP5), r, Vector128.Create(ExpP4));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(ExpP3));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(ExpP2));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(ExpP1));
        p = Vector128.MultiplyAddEstimate(p, r, Vector128.Create(ExpP0));

        // n reaches 128, and 2^128 has no single-precision form.
        Vector128<int> exponent = Vector128.ConvertToInt32Native(n);
        Vector128<int> half = exponent >> 1;
        power = Vector128.AsSingle((half + Vector128.Create(127)) << 23);
        more = Vector128.AsSingle((exponent - half + Vector128.Create(127)) << 23);
        return Vector128.MultiplyAddEstimate(p, r * r, r);
    }
}
