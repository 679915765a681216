using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>Polynomials for functions of single precision, written once for vectors of every length. A NaN stays one.</summary>
internal static class SingleFunctions
{
    // From here on exp x - 1 is -1 to the last bit.
    private const double LeastArgument = -17.5;

    private const double InverseLog2 = 1.44269504;

    // log 2 in two parts; the first has so few digits that n times it is exact.
    private const double Log2High = 0.693359375;
    private const double Log2Low = -2.12194440e-4;

    /// <summary>
    /// exp x - 1 for x of at most 0, as 2^n (exp r - 1) + (2^n - 1) with x = n log 2 + r: near 0, where n is 0, what is left is the polynomial,
    /// good to 1e-7 relative (Cephes' expf, as in <see cref="LaneMath"/>).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ExpM1OfNegative<T>(T x)
        where T : struct, ISingleLanes<T>
    {
        T y = T.Max(T.Of(LeastArgument), x);
        T n = T.Round(y * T.Of(InverseLog2));
        T r = T.MultiplyAdd(n, T.Of(-Log2High), y);
        r = T.MultiplyAdd(n, T.Of(-Log2Low), r);
        T p = T.MultiplyAdd(T.Of(1.9875691500e-4), r, T.Of(1.3981999507e-3));
        p = T.MultiplyAdd(p, r, T.Of(8.3334519073e-3));
        p = T.MultiplyAdd(p, r, T.Of(4.1665795894e-2));
        p = T.MultiplyAdd(p, r, T.Of(1.6666665459e-1));
        p = T.MultiplyAdd(p, r, T.Of(5.0000001201e-1));
        T power = T.PowerOfTwo(n);
        return T.MultiplyAdd(power, T.MultiplyAdd(p, r * r, r), power - T.Of(1));
    }

    /// <summary>
    /// log(1 + x) for x from 0 to 1: 2 artanh s with s = x / (2 + x) of at most 1/3, where artanh(s) / s is a polynomial of third degree in s^2
    /// after its 1 (interpolated at Chebyshev's points, 1.4e-8 relative at most).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Log1POfUnit<T>(T x)
        where T : struct, ISingleLanes<T>
    {
        T s = x / (T.Of(2) + x);
        T square = s * s;
        T p = T.MultiplyAdd(T.Of(0.26851498), square, T.Of(0.282366198));
        p = T.MultiplyAdd(p, square, T.Of(0.400075606));
        p = T.MultiplyAdd(p, square, T.Of(0.666666403));
        return T.MultiplyAdd(p * square, s, s + s);
    }

    /// <summary>
    /// The scaled tail of the normal distribution as t P(2 t - 1) with t = 1 / (1 + x / 4), which maps all x to (0, 1]; P of ninth degree
    /// interpolates at Chebyshev's points up to x = 14 (1.3e-8 relative at most), where the density ends in single precision.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ScaledNormalTail<T>(T x)
        where T : struct, ISingleLanes<T>
    {
        T t = T.Of(1) / T.MultiplyAdd(x, T.Of(0.25), T.Of(1));
        T s = t + t - T.Of(1);
        T p = T.MultiplyAdd(T.Of(3.03073669e-5), s, T.Of(4.970789e-5));
        p = T.MultiplyAdd(p, s, T.Of(-0.000392788105));
        p = T.MultiplyAdd(p, s, T.Of(-0.000881309091));
        p = T.MultiplyAdd(p, s, T.Of(0.00188212054));
        p = T.MultiplyAdd(p, s, T.Of(0.0151016544));
        p = T.MultiplyAdd(p, s, T.Of(0.046630701));
        p = T.MultiplyAdd(p, s, T.Of(0.0967841704));
        p = T.MultiplyAdd(p, s, T.Of(0.151974153));
        p = T.MultiplyAdd(p, s, T.Of(0.188821285));
        return p * t;
    }
}
