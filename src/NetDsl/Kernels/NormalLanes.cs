using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetDsl.Kernels;

/// <summary>
/// Numbers of the standard normal distribution from 32 random bits each, by inversion: one bit is the sign, the others the probability
/// p = (k + 1/2) / 2^32 of lying further out, so that none is further out than 6.34. They are those of the exact inverse to within 3e-6.
/// </summary>
/// <remarks>
/// With w = -log(4 p (1 - p)) it is (1 - 2p) P(w - 5/2) for w below 5, which is smooth at 0, and Q(sqrt(w) - 3) above, nearly a straight line
/// (the form is that of M. Giles, "Approximating the erfinv function", GPU Computing Gems, 2011). All coefficients are of least largest
/// relative error (weighted least squares; 9e-8 for P, 3e-7 for Q), rounding makes up the rest. Only additions,
/// multiplications and a square root are used, each rounded by itself, so that vectors of all lengths and the scalar code give the same bits.
/// </remarks>
internal static class NormalLanes
{
    private const float TailBegin = 5;

    // Lowest order first, as those of Q.
    private const float P0 = 2.1233137f, P1 = 0.34880266f, P2 = -0.005908171f, P3 = -0.0017730101f, P4 = 0.0003091502f;
    private const float P5 = -6.217988e-06f, P6 = -4.990561e-06f, P7 = 4.861035e-07f, P8 = 4.035428e-08f;

    private const float Q0 = 4.0061855f, Q1 = 1.4179775f, Q2 = 0.009705443f, Q3 = -0.0048703747f, Q4 = 0.0015273116f, Q5 = -0.00026552827f;
    private const float Q6 = 1.2669123e-05f;

    /// <summary>A normal number.</summary>
    /// <param name="bits">The random bits.</param>
    public static float Of(uint bits)
    {
        float p = ((int)(bits & 0x7FFFFFFF) + 0.5f) * (1f / 4294967296f);
        float inside = 4 * p * (1 - p);
        float w = -LogarithmLanes.Of(inside);
        float c = w - 2.5f;
        float central = (((((((((((((((P8 * c) + P7) * c) + P6) * c) + P5) * c) + P4) * c) + P3) * c) + P2) * c) + P1) * c) + P0;
        float t = MathF.Sqrt(Math.Max(w, 0)) - 3;
        float tail = (((((((((((Q6 * t) + Q5) * t) + Q4) * t) + Q3) * t) + Q2) * t) + Q1) * t) + Q0;
        float magnitude = w < TailBegin ? central * (1 - (p + p)) : tail;
        return BitConverter.UInt32BitsToSingle(BitConverter.SingleToUInt32Bits(magnitude) ^ (bits & 0x80000000));
    }

    /// <summary>A normal number in each lane.</summary>
    /// <param name="bits">The random bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Of(Vector<uint> bits)
    {
        Vector<float> one = Vector<float>.One;
        Vector<float> p = (Vector.ConvertToSingle((bits & Vector.Create(0x7FFFFFFFu)).As<uint, int>()) + Vector.Create(0.5f)) * (1f / 4294967296f);
        Vector<float> inside = 4 * p * (one - p);
        Vector<float> w = -LogarithmLanes.Of(inside);
        Vector<float> magnitude = Vector.ConditionalSelect(
            Vector.LessThan(w, Vector.Create(TailBegin)), Central(w - Vector.Create(2.5f)) * (one - (p + p)), Tail(w));
        return (magnitude.As<float, uint>() ^ (bits & Vector.Create(0x80000000u))).As<uint, float>();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Central(Vector<float> c)
    {
        Vector<float> sum = (c * P8) + Vector.Create(P7);
        sum = (sum * c) + Vector.Create(P6);
        sum = (sum * c) + Vector.Create(P5);
        sum = (sum * c) + Vector.Create(P4);
        sum = (sum * c) + Vector.Create(P3);
        sum = (sum * c) + Vector.Create(P2);
        sum = (sum * c) + Vector.Create(P1);
        return (sum * c) + Vector.Create(P0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> Tail(Vector<float> w)
    {
        Vector<float> t = Vector.SquareRoot(Vector.Max(w, Vector<float>.Zero)) - Vector.Create(3f);
        Vector<float> sum = (t * Q6) + Vector.Create(Q5);
        sum = (sum * t) + Vector.Create(Q4);
        sum = (sum * t) + Vector.Create(Q3);
        sum = (sum * t) + Vector.Create(Q2);
        sum = (sum * t) + Vector.Create(Q1);
        return (sum * t) + Vector.Create(Q0);
    }
}
