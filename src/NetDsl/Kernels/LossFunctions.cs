using System.Numerics;
using System.Numerics.Tensors;

namespace NetDsl.Kernels;

/// <summary>
/// The loss of one row of outputs and its gradient. Where no room for a gradient is given (an empty span) none is computed. Definitions
/// are Keras's.
/// </summary>
internal static class LossFunctions
{
    /// <summary>Keras's distance from 0 and 1 within which the logarithm of a probability is cut off.</summary>
    private const double Epsilon = 1e-7;

    /// <summary>A loss from the answers, and its gradient with respect to them.</summary>
    public static double Compute<T>(Loss loss, ReadOnlySpan<T> y, ReadOnlySpan<T> t, Span<T> d, T scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => loss switch
        {
            Loss.MeanSquaredError => MeanSquaredError(y, t, d, scale),
            Loss.BinaryCrossentropy => BinaryCrossentropy(y, t, d, scale),
            Loss.CategoricalCrossentropy => CategoricalCrossentropy(y, t, d, scale),
            _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, "Unknown loss."),
        };

    /// <summary>
    /// Binary cross-entropy from the weighted sums z of a sigmoid, and its gradient with respect to them:
    /// -t log s(z) - (1 - t) log(1 - s(z)) = max(z, 0) - z t + log(1 + exp(-|z|)), which neither overflows nor loses digits.
    /// </summary>
    public static double BinaryCrossentropyFromSums<T>(ReadOnlySpan<T> z, ReadOnlySpan<T> y, ReadOnlySpan<T> t, Span<T> d, T scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        for (int i = 0; i < z.Length; i++)
        {
            sum += double.CreateTruncating(T.Max(z[i], T.Zero) - (z[i] * t[i]) + T.LogP1(T.Exp(-T.Abs(z[i]))));
        }

        T factor = scale / T.CreateTruncating(z.Length);
        for (int i = 0; i < d.Length; i++)
        {
            d[i] = (y[i] - t[i]) * factor;
        }

        return sum / z.Length;
    }

    /// <summary>The same loss for many rows of one output each, in vectors.</summary>
    public static void BinaryCrossentropyOfEach<T>(ReadOnlySpan<T> z, ReadOnlySpan<T> t, Span<T> losses)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TensorPrimitives.Abs(z, losses);
        TensorPrimitives.Negate<T>(losses, losses);
        TensorPrimitives.Exp<T>(losses, losses);
        TensorPrimitives.LogP1<T>(losses, losses);
        for (int i = 0; i < losses.Length; i++)
        {
            losses[i] += T.Max(z[i], T.Zero) - (z[i] * t[i]);
        }
    }

    /// <summary>
    /// Categorical cross-entropy from the weighted sums z of a softmax, and its gradient with respect to them:
    /// -sum_i t_i log softmax(z)_i = sum_i t_i (log sum_j exp(z_j) - z_i).
    /// </summary>
    public static double CategoricalCrossentropyFromSums<T>(
        ReadOnlySpan<T> z, ReadOnlySpan<T> y, ReadOnlySpan<T> t, Span<T> d, T scale, T logSum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        T weight = T.Zero;
        for (int i = 0; i < z.Length; i++)
        {
            sum += double.CreateTruncating(t[i] * (logSum - z[i]));
            weight += t[i];
        }

        for (int i = 0; i < d.Length; i++)
        {
            d[i] = ((y[i] * weight) - t[i]) * scale;
        }

        return sum;
    }

    private static double MeanSquaredError<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> t, Span<T> d, T scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        T factor = scale * T.CreateTruncating(2) / T.CreateTruncating(y.Length);
        for (int i = 0; i < y.Length; i++)
        {
            T difference = y[i] - t[i];
            sum += double.CreateTruncating(difference * difference);
            if (d.Length > 0)
            {
                d[i] = difference * factor;
            }
        }

        return sum / y.Length;
    }

    private static double BinaryCrossentropy<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> t, Span<T> d, T scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        T low = T.CreateTruncating(Epsilon);
        T factor = scale / T.CreateTruncating(y.Length);
        for (int i = 0; i < y.Length; i++)
        {
            T p = T.Clamp(y[i], low, T.One - low);
            sum -= double.CreateTruncating((t[i] * T.Log(p)) + ((T.One - t[i]) * T.Log(T.One - p)));
            if (d.Length > 0)
            {
                d[i] = p == y[i] ? (p - t[i]) / (p * (T.One - p)) * factor : T.Zero;
            }
        }

        return sum / y.Length;
    }

    private static double CategoricalCrossentropy<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> t, Span<T> d, T scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        T low = T.CreateTruncating(Epsilon);
        for (int i = 0; i < y.Length; i++)
        {
            T p = T.Clamp(y[i], low, T.One - low);
            sum -= double.CreateTruncating(t[i] * T.Log(p));
            if (d.Length > 0)
            {
                d[i] = p == y[i] ? -t[i] / p * scale : T.Zero;
            }
        }

        return sum;
    }
}
