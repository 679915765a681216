using System.Numerics;

namespace NetDsl.Kernels;

/// <summary>Losses of the product of a value and its label, -1 or 1; as in Keras a label of 0 stands for -1.</summary>
internal static class MarginLosses
{
    /// <summary>max(0, 1 - t y).</summary>
    public readonly struct Hinge : IValueLoss
    {
        public T Of<T>(T y, T t, out T slope)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T label = Label(t);
            T margin = T.One - (label * y);
            slope = margin > T.Zero ? -label : T.Zero;
            return T.Max(margin, T.Zero);
        }
    }

    /// <summary>max(0, 1 - t y)^2.</summary>
    public readonly struct SquaredHinge : IValueLoss
    {
        public T Of<T>(T y, T t, out T slope)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T label = Label(t);
            T margin = T.Max(T.One - (label * y), T.Zero);
            slope = -label * (margin + margin);
            return margin * margin;
        }
    }

    /// <summary>
    /// max(0, -t y), whose gradient with respect to the weighted sum is the rule of the perceptron: nothing for a right answer, otherwise the
    /// label (F. Rosenblatt 1958; C. Bishop, Pattern Recognition and Machine Learning, equation 4.54). A sum of 0 counts as wrong, so that
    /// weights of 0 are a beginning.
    /// </summary>
    public readonly struct Perceptron : IValueLoss
    {
        public T Of<T>(T y, T t, out T slope)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            T label = Label(t);
            T margin = -label * y;
            slope = margin >= T.Zero ? -label : T.Zero;
            return T.Max(margin, T.Zero);
        }
    }

    /// <summary>max(0, 1 + the largest (1 - t_i) y_i - sum_i t_i y_i), t being one-hot.</summary>
    public static double Categorical<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> t, Span<T> d, T scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T right = T.Zero;
        T largest = T.NegativeInfinity;
        int place = 0;
        for (int i = 0; i < y.Length; i++)
        {
            right += t[i] * y[i];
            T wrong = (T.One - t[i]) * y[i];
            if (wrong > largest || T.IsNaN(wrong))
            {
                (largest, place) = (wrong, i);
            }
        }

        T margin = largest - right + T.One;
        bool counts = margin > T.Zero;
        for (int i = 0; i < d.Length; i++)
        {
            d[i] = counts ? -t[i] * scale : T.Zero;
        }

        if (counts && d.Length > 0)
        {
            d[place] += (T.One - t[place]) * scale;
        }

        return double.CreateTruncating(T.Max(margin, T.Zero));
    }

    private static T Label<T>(T t)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => t == T.Zero ? -T.One : t;
}
