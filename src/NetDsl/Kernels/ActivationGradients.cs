using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace NetDsl.Kernels;

/// <summary>
/// Multiplies a gradient in place by the derivative of an activation, given what the activation returned: each of these functions has a
/// derivative that is simplest in terms of its own value, so the weighted sums need not be kept.
/// </summary>
public static class ActivationGradients
{
    /// <summary>The derivative of any activation.</summary>
    internal static void Apply<T>(Activation activation, ref T delta, ref T values, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (activation)
        {
            case Activation.Sigmoid:
                Sigmoid(ref delta, ref values, count);
                break;
            case Activation.Tanh:
                Tanh(ref delta, ref values, count);
                break;
            case Activation.ReLU:
                ReLU(ref delta, ref values, count);
                break;
            case Activation.Softmax:
                Softmax(ref delta, ref values, count);
                break;
            default:
                break;
        }
    }

    /// <summary>y (1 - y).</summary>
    /// <param name="delta">The first value of the gradient.</param>
    /// <param name="values">The first value that the activation returned.</param>
    /// <param name="count">The number of values.</param>
    public static void Sigmoid<T>(ref T delta, ref T values, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> d = MemoryMarshal.CreateSpan(ref delta, count);
        ReadOnlySpan<T> y = MemoryMarshal.CreateReadOnlySpan(ref values, count);
        for (int i = 0; i < d.Length; i++)
        {
            d[i] *= y[i] * (T.One - y[i]);
        }
    }

    /// <summary>1 - y^2.</summary>
    /// <param name="delta">The first value of the gradient.</param>
    /// <param name="values">The first value that the activation returned.</param>
    /// <param name="count">The number of values.</param>
    public static void Tanh<T>(ref T delta, ref T values, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> d = MemoryMarshal.CreateSpan(ref delta, count);
        ReadOnlySpan<T> y = MemoryMarshal.CreateReadOnlySpan(ref values, count);
        for (int i = 0; i < d.Length; i++)
        {
            d[i] *= T.One - (y[i] * y[i]);
        }
    }

    /// <summary>1 where y is positive, otherwise 0.</summary>
    /// <param name="delta">The first value of the gradient.</param>
    /// <param name="values">The first value that the activation returned.</param>
    /// <param name="count">The number of values.</param>
    public static void ReLU<T>(ref T delta, ref T values, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> d = MemoryMarshal.CreateSpan(ref delta, count);
        ReadOnlySpan<T> y = MemoryMarshal.CreateReadOnlySpan(ref values, count);
        for (int i = 0; i < d.Length; i++)
        {
            d[i] = y[i] > T.Zero ? d[i] : T.Zero;
        }
    }

    /// <summary>dx_i = y_i (dy_i - sum_j dy_j y_j).</summary>
    /// <param name="delta">The first value of the gradient.</param>
    /// <param name="values">The first value that the activation returned.</param>
    /// <param name="count">The number of values.</param>
    public static void Softmax<T>(ref T delta, ref T values, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> d = MemoryMarshal.CreateSpan(ref delta, count);
        ReadOnlySpan<T> y = MemoryMarshal.CreateReadOnlySpan(ref values, count);
        TensorPrimitives.Subtract(d, TensorPrimitives.Dot(d, y), d);
        TensorPrimitives.Multiply(d, y, d);
    }
}
