using System.Numerics;

namespace NetDsl.Kernels;

/// <summary>
/// Losses of probabilities as such. As in Keras the logarithm of a probability is cut off at an epsilon from 0 and 1, beyond which the gradient
/// is 0; from the weighted sums (<see cref="SumLosses"/>) there is no such bound.
/// </summary>
internal static class ProbabilityLosses
{
    /// <summary>-t log y - (1 - t) log(1 - y).</summary>
    /// <param name="smoothing">How far the targets are moved towards 1/2.</param>
    public readonly struct Binary(double smoothing) : IValueLoss
    {
        public T Of<T>(T y, T t, out T slope)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T label = Smooth(t, smoothing, 0.5);
            T p = Clamp(y);
            slope = p == y ? (p - label) / (p * (T.One - p)) : T.Zero;
            return -((label * T.Log(p)) + ((T.One - label) * T.Log(T.One - p)));
        }
    }

    /// <summary>(1 - p)^gamma times the binary cross-entropy, where p = t y + (1 - t) (1 - y) (Lin et al. 2017, equation 4).</summary>
    /// <param name="settings">Smoothing, gamma, and alpha where classes are balanced.</param>
    public readonly struct BinaryFocal(LossSettings settings) : IValueLoss
    {
        public T Of<T>(T y, T t, out T slope)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T entropy = new Binary(settings.LabelSmoothing).Of(y, t, out T entropySlope);
            T label = Smooth(t, settings.LabelSmoothing, 0.5);
            T missing = T.One - ((label * y) + ((T.One - label) * (T.One - y)));
            T gamma = T.CreateTruncating(settings.Gamma);
            T weight = BalanceOf(label, settings);
            T factor = T.Pow(missing, gamma);
            T factorSlope = missing > T.Zero ? gamma * (factor / missing) * (T.One - label - label) : T.Zero;
            slope = weight * ((factorSlope * entropy) + (factor * entropySlope));
            return weight * factor * entropy;
        }
    }

    /// <summary>-t log y.</summary>
    /// <param name="smoothing">How far the targets are moved towards equal shares.</param>
    /// <param name="classes">The number of classes.</param>
    public readonly struct Categorical(double smoothing, int classes) : IValueLoss
    {
        public T Of<T>(T y, T t, out T slope)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T label = Smooth(t, smoothing, 1.0 / classes);
            T p = Clamp(y);
            slope = p == y ? -label / p : T.Zero;
            return -(label * T.Log(p));
        }
    }

    /// <summary>-alpha (1 - y)^gamma t log y.</summary>
    /// <param name="settings">Smoothing, alpha and gamma.</param>
    /// <param name="classes">The number of classes.</param>
    public readonly struct CategoricalFocal(LossSettings settings, int classes) : IValueLoss
    {
        public T Of<T>(T y, T t, out T slope)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T label = Smooth(t, settings.LabelSmoothing, 1.0 / classes) * T.CreateTruncating(settings.Alpha);
            T p = Clamp(y);
            T gamma = T.CreateTruncating(settings.Gamma);
            T factor = T.Pow(T.One - p, gamma);
            T logarithm = T.Log(p);
            slope = p == y ? label * ((gamma * (factor / (T.One - p)) * logarithm) - (factor / p)) : T.Zero;
            return -(label * factor * logarithm);
        }
    }

    /// <summary>t log(t / y).</summary>
    public readonly struct KullbackLeibler : IValueLoss
    {
        public T Of<T>(T y, T t, out T slope)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T low = T.CreateTruncating(LossFunctions.Epsilon);
            T p = T.Clamp(y, low, T.One);
            T share = T.Clamp(t, low, T.One);
            slope = p == y ? -share / p : T.Zero;
            return share * T.Log(share / p);
        }
    }

    /// <summary>-log y of the class that the target names.</summary>
    public static double Sparse<T>(ReadOnlySpan<T> y, int target, Span<T> d, T scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T p = Clamp(y[target]);
        if (d.Length > 0)
        {
            d.Clear();
            d[target] = p == y[target] ? -scale / p : T.Zero;
        }

        return -double.CreateTruncating(T.Log(p));
    }

    /// <summary>A target moved towards one that says nothing.</summary>
    public static T Smooth<T>(T t, double smoothing, double nothing)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        (t * T.CreateTruncating(1 - smoothing)) + T.CreateTruncating(smoothing * nothing);

    /// <summary>What the binary focal loss weights a target by.</summary>
    public static T BalanceOf<T>(T label, LossSettings settings)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T alpha = T.CreateTruncating(settings.Alpha);
        return settings.ApplyClassBalancing ? (label * alpha) + ((T.One - label) * (T.One - alpha)) : T.One;
    }

    private static T Clamp<T>(T y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T low = T.CreateTruncating(LossFunctions.Epsilon);
        return T.Clamp(y, low, T.One - low);
    }
}
