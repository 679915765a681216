namespace NetDsl.Kernels;

/// <summary>
/// Transcendental functions from additions, multiplications and divisions alone. Those of <see cref="Math"/> call the C library, whose
/// last bits differ between systems; what is drawn from a seed must not.
/// </summary>
internal static class PortableMath
{
    private const double Ln2 = 0.693147180559945309417;
    private const double SquareRootOf2 = 1.41421356237309504880;

    // log 2 in two parts, the first with so few bits that its product with a whole number of up to 2^11 is exact.
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;

    // Beyond these exp is infinite, and 0.
    private const double GreatestExponent = 709.782712893384;
    private const double LeastExponent = -745.1332191019412;

    private const int ExponentBias = 1023;
    private const int MantissaBits = 52;

    // pi / 2 in two parts, the first with so few bits that its product with a small whole number is exact.
    private const double HalfPiHigh = 1.57079632673412561417;
    private const double HalfPiLow = 6.07710050650619224932e-11;

    // Inverses of factorials, from the term of third (sine) and second (cosine) order on; the last is below 1e-17 at pi / 4.
    private static readonly double[] SineTerms =
    [
        -1.0 / 6, 1.0 / 120, -1.0 / 5_040, 1.0 / 362_880, -1.0 / 39_916_800, 1.0 / 6_227_020_800, -1.0 / 1_307_674_368_000,
        1.0 / 355_687_428_096_000,
    ];

    private static readonly double[] CosineTerms =
    [
        -1.0 / 2, 1.0 / 24, -1.0 / 720, 1.0 / 40_320, -1.0 / 3_628_800, 1.0 / 479_001_600, -1.0 / 87_178_291_200,
        1.0 / 20_922_789_888_000, -1.0 / 6_402_373_705_728_000,
    ];

    // Inverses of factorials from 2! to 14!; the next is below 1e-18 at half of log 2.
    private static readonly double[] ExponentialTerms =
    [
        1.0 / 2, 1.0 / 6, 1.0 / 24, 1.0 / 120, 1.0 / 720, 1.0 / 5_040, 1.0 / 40_320, 1.0 / 362_880, 1.0 / 3_628_800, 1.0 / 39_916_800,
        1.0 / 479_001_600, 1.0 / 6_227_020_800, 1.0 / 87_178_291_200,
    ];

    /// <summary>The natural logarithm, to about 2e-16.</summary>
    /// <param name="x">A positive, normal number.</param>
    public static double Log(double x)
    {
        int exponent = Math.ILogB(x);
        double mantissa = Math.ScaleB(x, -exponent);
        if (mantissa > SquareRootOf2)
        {
            mantissa /= 2;
            exponent++;
        }

        // log m = 2 artanh s, with s^2 < 0.0295, so that the series is below 1e-17 after 11 terms.
        double s = (mantissa - 1) / (mantissa + 1);
        double square = s * s;
        double sum = 0;
        for (int term = 23; term >= 3; term -= 2)
        {
            sum = (sum + (1.0 / term)) * square;
        }

        return (exponent * Ln2) + (2 * s * (1 + sum));
    }

    /// <summary>The exponential, to about 3e-16 of its value; 0 and infinity where it leaves the range of double.</summary>
    /// <param name="x">Any number; NaN gives NaN.</param>
    public static double Exp(double x)
    {
        if (!(x >= LeastExponent && x <= GreatestExponent))
        {
            return double.IsNaN(x) ? x : x > 0 ? double.PositiveInfinity : 0;
        }

        double n = Math.Round(x * (1 / Ln2));
        double r = x - (n * Ln2High) - (n * Ln2Low);

        // Even and odd terms by themselves, which the processor works on at the same time.
        double square = r * r;
        double even = 0;
        double odd = 0;
        for (int i = ExponentialTerms.Length - 1; i >= 2; i -= 2)
        {
            even = (even * square) + ExponentialTerms[i];
            odd = (odd * square) + ExponentialTerms[i - 1];
        }

        double series = 1 + (r + (square * ((even * square) + ExponentialTerms[0] + (r * odd))));

        // In two steps, since 2^1024 is no number, and below 2^-1022 only the second may round.
        int half = (int)n / 2;
        return series * PowerOfTwo(half) * PowerOfTwo((int)n - half);
    }

    /// <summary>A power, as the exponential of a product: to about 3e-16 (1 + |y log x|) of its value.</summary>
    /// <param name="x">A positive, normal number.</param>
    /// <param name="y">The exponent.</param>
    public static double Pow(double x, double y) => Exp(y * Log(x));

    /// <summary>Sine and cosine, to about 2e-16.</summary>
    /// <param name="x">In radians, at most some thousands: the reduction to the first quadrant is that of small angles.</param>
    public static (double Sine, double Cosine) SineAndCosine(double x)
    {
        double quarters = Math.Round(x / (HalfPiHigh + HalfPiLow));
        double r = x - (quarters * HalfPiHigh) - (quarters * HalfPiLow);
        double square = r * r;
        double sine = r + (r * Series(SineTerms, square));
        double cosine = 1 + Series(CosineTerms, square);
        return ((int)quarters & 3) switch
        {
            0 => (sine, cosine),
            1 => (cosine, -sine),
            2 => (-sine, -cosine),
            _ => (-cosine, sine),
        };
    }

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + ExponentBias) << MantissaBits);

    private static double Series(double[] terms, double square)
    {
        double sum = 0;
        for (int i = terms.Length - 1; i >= 0; i--)
        {
            sum = (sum + terms[i]) * square;
        }

        return sum;
    }
}
