using System.Runtime.Intrinsics;

namespace NetDsl.Kernels;

/// <summary>
/// The hyperbolic tangent of vectors, as precise for small arguments as for large ones. With u = exp(2x), tanh x = (u - 1) / (u + 1) loses
/// all digits near 0, where u is nearly 1; (u - 1) 2x / log u in place of u - 1 loses none, since both factors are wrong alike
/// (W. Kahan's expm1, in N. Higham, Accuracy and Stability of Numerical Algorithms, section 1.14.1).
/// </summary>
public static class LaneMath
{
    // The largest 2x that is told from infinity: tanh 10 is 1 in single precision, tanh 20 in double precision, to the last bit.
    private const float SingleBound = 20;
    private const double DoubleBound = 40;

    /// <summary>tanh x in each lane.</summary>
    /// <param name="x">The arguments.</param>
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        Vector512<float> y = Vector512.Clamp(x + x, Vector512.Create(-SingleBound), Vector512.Create(SingleBound));
        Vector512<float> u = Vector512.Exp(y), one = Vector512<float>.One;
        Vector512<float> difference = Vector512.ConditionalSelect(Vector512.Equals(u, one), y, (u - one) * y / Vector512.Log(u));
        return difference / (u + one);
    }

    /// <inheritdoc cref="Tanh(Vector512{float})"/>
    public static Vector512<double> Tanh(Vector512<double> x)
    {
        Vector512<double> y = Vector512.Clamp(x + x, Vector512.Create(-DoubleBound), Vector512.Create(DoubleBound));
        Vector512<double> u = Vector512.Exp(y), one = Vector512<double>.One;
        Vector512<double> difference = Vector512.ConditionalSelect(Vector512.Equals(u, one), y, (u - one) * y / Vector512.Log(u));
        return difference / (u + one);
    }

    /// <inheritdoc cref="Tanh(Vector512{float})"/>
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        Vector256<float> y = Vector256.Clamp(x + x, Vector256.Create(-SingleBound), Vector256.Create(SingleBound));
        Vector256<float> u = Vector256.Exp(y), one = Vector256<float>.One;
        Vector256<float> difference = Vector256.ConditionalSelect(Vector256.Equals(u, one), y, (u - one) * y / Vector256.Log(u));
        return difference / (u + one);
    }

    /// <inheritdoc cref="Tanh(Vector512{float})"/>
    public static Vector256<double> Tanh(Vector256<double> x)
    {
        Vector256<double> y = Vector256.Clamp(x + x, Vector256.Create(-DoubleBound), Vector256.Create(DoubleBound));
        Vector256<double> u = Vector256.Exp(y), one = Vector256<double>.One;
        Vector256<double> difference = Vector256.ConditionalSelect(Vector256.Equals(u, one), y, (u - one) * y / Vector256.Log(u));
        return difference / (u + one);
    }

    /// <inheritdoc cref="Tanh(Vector512{float})"/>
    public static Vector128<float> Tanh(Vector128<float> x)
    {
        Vector128<float> y = Vector128.Clamp(x + x, Vector128.Create(-SingleBound), Vector128.Create(SingleBound));
        Vector128<float> u = Vector128.Exp(y), one = Vector128<float>.One;
        Vector128<float> difference = Vector128.ConditionalSelect(Vector128.Equals(u, one), y, (u - one) * y / Vector128.Log(u));
        return difference / (u + one);
    }

    /// <inheritdoc cref="Tanh(Vector512{float})"/>
    public static Vector128<double> Tanh(Vector128<double> x)
    {
        Vector128<double> y = Vector128.Clamp(x + x, Vector128.Create(-DoubleBound), Vector128.Create(DoubleBound));
        Vector128<double> u = Vector128.Exp(y), one = Vector128<double>.One;
        Vector128<double> difference = Vector128.ConditionalSelect(Vector128.Equals(u, one), y, (u - one) * y / Vector128.Log(u));
        return difference / (u + one);
    }
}
