using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetDsl.Kernels;

/// <summary>
/// Natural logarithms of single precision, to about 1e-7. Only additions and multiplications are used, each rounded by itself, so that vectors
/// of all lengths and the scalar code give the same bits on every machine.
/// </summary>
internal static class LogarithmLanes
{
    private const float Log2 = 0.6931472f;
    private const float InverseLog10 = 0.4342945f;

    // The bits of sqrt(1/2): what is subtracted from those of a number leaves its exponent, of a fraction from sqrt(1/2) to sqrt(2).
    private const int SquareRootOfHalf = 0x3F3504F3;
    private const uint SignBit = 0x80000000;

    // log(1 + f) = f - f^2 / 2 + f^3 L(f), with coefficients of least largest relative error (weighted least squares, 7e-9). Lowest order first.
    private const float L0 = 0.33334166f, L1 = -0.250017f, L2 = 0.19954874f, L3 = -0.16564426f, L4 = 0.14978012f, L5 = -0.14379004f, L6 = 0.08672119f;

    /// <summary>The logarithm.</summary>
    /// <param name="x">A positive, normal number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Of(float x)
    {
        int raw = BitConverter.SingleToInt32Bits(x);
        int exponent = (raw - SquareRootOfHalf) >> 23;
        float f = BitConverter.Int32BitsToSingle(raw - (exponent << 23)) - 1;
        float square = f * f;
        float series = (((((((((((L6 * f) + L5) * f) + L4) * f) + L3) * f) + L2) * f) + L1) * f) + L0;
        return (exponent * Log2) + ((f - (0.5f * square)) + (square * f * series));
    }

    /// <summary>The logarithm in each lane.</summary>
    /// <param name="x">Positive, normal numbers.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<float> Of(Vector<float> x)
    {
        Vector<int> raw = x.As<float, int>();
        Vector<int> exponent = (raw - Vector.Create(SquareRootOfHalf)) >> 23;
        Vector<float> f = (raw - (exponent << 23)).As<int, float>() - Vector<float>.One;
        Vector<float> square = f * f;
        Vector<float> series = (f * L6) + Vector.Create(L5);
        series = (series * f) + Vector.Create(L4);
        series = (series * f) + Vector.Create(L3);
        series = (series * f) + Vector.Create(L2);
        series = (series * f) + Vector.Create(L1);
        series = (series * f) + Vector.Create(L0);
        return (Vector.ConvertToSingle(exponent) * Log2) + ((f - (0.5f * square)) + (square * f * series));
    }

    /// <summary>Replaces each number x by log10(1 + |x|) with the sign of x: a scale for what spans decades and fluctuates around 0.</summary>
    /// <param name="values">Numbers below 1e38 in magnitude.</param>
    public static void ToSignedDecades(Span<float> values)
    {
        int i = 0;
        if (Vector.IsHardwareAccelerated)
        {
            ref float first = ref MemoryMarshal.GetReference(values);
            for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count)
            {
                Vector<float> x = Vector.LoadUnsafe(ref first, (nuint)i);
                Vector<float> decades = Of(Vector<float>.One + Vector.Abs(x)) * InverseLog10;
                Vector<uint> sign = x.As<float, uint>() & Vector.Create(SignBit);
                (decades.As<float, uint>() | sign).As<uint, float>().StoreUnsafe(ref first, (nuint)i);
            }
        }

        for (; i < values.Length; i++)
        {
            values[i] = MathF.CopySign(Of(1 + MathF.Abs(values[i])) * InverseLog10, values[i]);
        }
    }
}
