using System.Numerics;
using System.Runtime.InteropServices;

namespace NetDsl.Kernels;

/// <summary>The end of a forward pass: the last activation, the answer, the loss and its gradient, for one row of outputs.</summary>
public static class OutputLayer
{
    /// <summary>Keras's distance from 0 and 1 within which the logarithm of a probability is cut off.</summary>
    private const double Epsilon = 1e-7;

    /// <summary>
    /// Applies the last activation to the weighted sums and, as far as the mode asks, computes the loss and its gradient with respect to
    /// the weighted sums.
    /// </summary>
    /// <param name="activation">The last activation.</param>
    /// <param name="loss">The loss.</param>
    /// <param name="mode">How far to go.</param>
    /// <param name="count">The number of outputs.</param>
    /// <param name="scale">What the gradient is multiplied by: one over the samples.</param>
    /// <param name="sums">The weighted sums; left as they are.</param>
    /// <param name="output">Where the answer goes.</param>
    /// <param name="target">What it should have been.</param>
    /// <param name="delta">Where the gradient goes.</param>
    /// <returns>The loss; 0 where none was asked for.</returns>
    public static double Compute<T>(
        Activation activation, Loss loss, PassMode mode, int count, T scale, ref T sums, ref T output, ref T target, ref T delta)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> z = MemoryMarshal.CreateReadOnlySpan(ref sums, count);
        Span<T> y = MemoryMarshal.CreateSpan(ref output, count);
        z.CopyTo(y);
        T logSum = Activate(activation, y);
        if (mode == PassMode.Predict)
        {
            return 0;
        }

        ReadOnlySpan<T> t = MemoryMarshal.CreateReadOnlySpan(ref target, count);
        Span<T> d = mode >= PassMode.Gradient ? MemoryMarshal.CreateSpan(ref delta, count) : default;
        switch (loss)
        {
            case Loss.BinaryCrossentropy when activation == Activation.Sigmoid:
                return BinaryFromSums(z, y, t, d, scale);
            case Loss.CategoricalCrossentropy when activation == Activation.Softmax:
                return CategoricalFromSums(z, y, t, d, scale, logSum);
            default:
                double value = loss switch
                {
                    Loss.MeanSquaredError => MeanSquared(y, t, d, scale),
                    Loss.BinaryCrossentropy => Binary(y, t, d, scale),
                    Loss.CategoricalCrossentropy => Categorical(y, t, d, scale),
                    _ => throw new ArgumentOutOfRangeException(nameof(loss), loss, "Unknown loss."),
                };
                if (d.Length > 0)
                {
                    Derive(activation, ref delta, ref output, count);
                }

                return value;
        }
    }

    private static T Activate<T>(Activation activation, Span<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (activation)
        {
            case Activation.Linear:
                break;
            case Activation.Sigmoid:
                Activations.Sigmoid(ref values[0], values.Length);
                break;
            case Activation.Tanh:
                Activations.Tanh(ref values[0], values.Length);
                break;
            case Activation.ReLU:
                Activations.ReLU(ref values[0], values.Length);
                break;
            case Activation.Softmax:
                return Activations.Softmax(ref values[0], values.Length);
            default:
                throw new ArgumentOutOfRangeException(nameof(activation), activation, "Unknown activation.");
        }

        return T.Zero;
    }

    private static void Derive<T>(Activation activation, ref T delta, ref T values, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (activation)
        {
            case Activation.Sigmoid:
                ActivationGradients.Sigmoid(ref delta, ref values, count);
                break;
            case Activation.Tanh:
                ActivationGradients.Tanh(ref delta, ref values, count);
                break;
            case Activation.ReLU:
                ActivationGradients.ReLU(ref delta, ref values, count);
                break;
            case Activation.Softmax:
                ActivationGradients.Softmax(ref delta, ref values, count);
                break;
            default:
                break;
        }
    }

    // -t log s(z) - (1 - t) log(1 - s(z)) = max(z, 0) - z t + log(1 + exp(-|z|)), which neither overflows nor loses digits.
    private static double BinaryFromSums<T>(ReadOnlySpan<T> z, ReadOnlySpan<T> y, ReadOnlySpan<T> t, Span<T> d, T scale)
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

    // -sum_i t_i log softmax(z)_i = sum_i t_i (log sum_j exp(z_j) - z_i).
    private static double CategoricalFromSums<T>(ReadOnlySpan<T> z, ReadOnlySpan<T> y, ReadOnlySpan<T> t, Span<T> d, T scale, T logSum)
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

    private static double MeanSquared<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> t, Span<T> d, T scale)
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

    private static double Binary<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> t, Span<T> d, T scale)
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

    private static double Categorical<T>(ReadOnlySpan<T> y, ReadOnlySpan<T> t, Span<T> d, T scale)
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
