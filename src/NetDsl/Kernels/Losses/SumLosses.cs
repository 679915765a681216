using System.Numerics;
using System.Numerics.Tensors;

namespace NetDsl.Kernels;

/// <summary>
/// Losses of probabilities from the weighted sums z that a sigmoid or a softmax makes them of, and their gradients with respect to those: without
/// overflow, and without the loss of digits of a probability near 0 or 1.
/// </summary>
internal static class SumLosses
{
    /// <summary>Binary cross-entropy of a sigmoid s: -t log s(z) - (1 - t) log(1 - s(z)) = max(z, 0) - z t + log(1 + exp(-|z|)).</summary>
    public static double Binary<T>(ReadOnlySpan<T> z, ReadOnlySpan<T> y, ReadOnlySpan<T> t, Span<T> d, T scale, double smoothing)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        for (int i = 0; i < z.Length; i++)
        {
            sum += double.CreateTruncating(BinaryOf(z[i], ProbabilityLosses.Smooth(t[i], smoothing, 0.5)));
        }

        T factor = scale / T.CreateTruncating(z.Length);
        for (int i = 0; i < d.Length; i++)
        {
            d[i] = (y[i] - ProbabilityLosses.Smooth(t[i], smoothing, 0.5)) * factor;
        }

        return sum / z.Length;
    }

    /// <summary>The same loss for many rows of one output each, in vectors.</summary>
    public static void BinaryOfEach<T>(ReadOnlySpan<T> z, ReadOnlySpan<T> t, Span<T> losses)
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
    /// The focal loss of a sigmoid s: q^gamma times the cross-entropy, where q = t s(-z) + (1 - t) s(z) is what is missing to certainty. Its
    /// derivative is gamma q^(gamma - 1) (1 - 2 t) s(z) s(-z).
    /// </summary>
    /// <param name="settings">Smoothing, gamma, and alpha where classes are balanced.</param>
    public readonly struct BinaryFocal(LossSettings settings) : IValueLoss
    {
        public T Of<T>(T y, T t, out T slope)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T label = ProbabilityLosses.Smooth(t, settings.LabelSmoothing, 0.5);
            T entropy = BinaryOf(y, label);
            T one = T.One / (T.One + T.Exp(-y));
            T zero = T.One / (T.One + T.Exp(y));
            T missing = (label * zero) + ((T.One - label) * one);
            T gamma = T.CreateTruncating(settings.Gamma);
            T weight = ProbabilityLosses.BalanceOf(label, settings);
            T factor = T.Pow(missing, gamma);
            T factorSlope = missing > T.Zero ? gamma * (factor / missing) * (T.One - label - label) * one * zero : T.Zero;
            slope = weight * ((factorSlope * entropy) + (factor * (one - label)));
            return weight * factor * entropy;
        }
    }

    /// <summary>Categorical cross-entropy of a softmax: -sum_i t_i log softmax(z)_i = sum_i t_i (log sum_j exp(z_j) - z_i).</summary>
    public static double Categorical<T>(
        ReadOnlySpan<T> z, ReadOnlySpan<T> p, ReadOnlySpan<T> t, Span<T> d, T scale, T logSum, double smoothing)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        T weight = T.Zero;
        double nothing = 1.0 / z.Length;
        for (int i = 0; i < z.Length; i++)
        {
            T label = ProbabilityLosses.Smooth(t[i], smoothing, nothing);
            sum += double.CreateTruncating(label * (logSum - z[i]));
            weight += label;
        }

        for (int i = 0; i < d.Length; i++)
        {
            d[i] = ((p[i] * weight) - ProbabilityLosses.Smooth(t[i], smoothing, nothing)) * scale;
        }

        return sum;
    }

    /// <summary>The same for a target that is the number of a class.</summary>
    public static double Sparse<T>(ReadOnlySpan<T> z, ReadOnlySpan<T> p, int target, Span<T> d, T scale, T logSum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (d.Length > 0)
        {
            TensorPrimitives.Multiply(p, scale, d);
            d[target] -= scale;
        }

        return double.CreateTruncating(logSum - z[target]);
    }

    /// <summary>The divergence sum_i t_i (log t_i - log softmax(z)_i), each t_i at least Keras's epsilon.</summary>
    public static double KullbackLeibler<T>(
        ReadOnlySpan<T> z, ReadOnlySpan<T> p, ReadOnlySpan<T> t, Span<T> d, T scale, T logSum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        T weight = T.Zero;
        T low = T.CreateTruncating(LossFunctions.Epsilon);
        for (int i = 0; i < z.Length; i++)
        {
            T share = T.Clamp(t[i], low, T.One);
            sum += double.CreateTruncating(share * (T.Log(share) + logSum - z[i]));
            weight += share;
        }

        for (int i = 0; i < d.Length; i++)
        {
            d[i] = ((p[i] * weight) - T.Clamp(t[i], low, T.One)) * scale;
        }

        return sum;
    }

    /// <summary>
    /// The focal loss of a softmax p: -alpha sum_i t_i (1 - p_i)^gamma log p_i. With g_i its derivative with respect to log p_i, that with respect
    /// to z_i is g_i - p_i sum_j g_j.
    /// </summary>
    public static double CategoricalFocal<T>(
        LossSettings settings, ReadOnlySpan<T> z, ReadOnlySpan<T> t, Span<T> d, T scale, T logSum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        T total = T.Zero;
        T gamma = T.CreateTruncating(settings.Gamma);
        T alpha = T.CreateTruncating(settings.Alpha);
        for (int i = 0; i < z.Length; i++)
        {
            T label = ProbabilityLosses.Smooth(t[i], settings.LabelSmoothing, 1.0 / z.Length) * alpha;
            T logarithm = z[i] - logSum;
            T p = T.Exp(logarithm);
            T missing = T.One - p;
            T factor = T.Pow(missing, gamma);
            sum -= double.CreateTruncating(label * factor * logarithm);
            if (d.Length > 0)
            {
                T factorSlope = missing > T.Zero ? gamma * (factor / missing) * p : T.Zero;
                d[i] = label * ((factorSlope * logarithm) - factor);
                total += d[i];
            }
        }

        for (int i = 0; i < d.Length; i++)
        {
            d[i] = (d[i] - (T.Exp(z[i] - logSum) * total)) * scale;
        }

        return sum;
    }

    private static T BinaryOf<T>(T z, T t)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => T.Max(z, T.Zero) - (z * t) + T.LogP1(T.Exp(-T.Abs(z)));
}
