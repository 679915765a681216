using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace NetDsl.Kernels;

/// <summary>Activations in place, for those that a tile does not apply to its sums itself.</summary>
public static class Activations
{
    /// <summary>1 / (1 + exp(-x)).</summary>
    /// <param name="values">The first value.</param>
    /// <param name="count">The number of values.</param>
    public static void Sigmoid<T>(ref T values, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> span = MemoryMarshal.CreateSpan(ref values, count);
        TensorPrimitives.Sigmoid(span, span);
    }

    /// <summary>tanh(x).</summary>
    /// <param name="values">The first value.</param>
    /// <param name="count">The number of values.</param>
    public static void Tanh<T>(ref T values, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> span = MemoryMarshal.CreateSpan(ref values, count);
        TensorPrimitives.Tanh(span, span);
    }

    /// <summary>max(0, x).</summary>
    /// <param name="values">The first value.</param>
    /// <param name="count">The number of values.</param>
    public static void ReLU<T>(ref T values, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> span = MemoryMarshal.CreateSpan(ref values, count);
        TensorPrimitives.Max(span, T.Zero, span);
    }

    /// <summary>exp(x_i) / sum_j exp(x_j), the largest x taken off all of them first, so that nothing overflows.</summary>
    /// <param name="values">The first value.</param>
    /// <param name="count">The number of values.</param>
    /// <returns>log sum_j exp(x_j), which the cross-entropy needs.</returns>
    public static T Softmax<T>(ref T values, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> span = MemoryMarshal.CreateSpan(ref values, count);
        T largest = TensorPrimitives.Max<T>(span);
        TensorPrimitives.Subtract(span, largest, span);
        TensorPrimitives.Exp(span, span);
        T sum = TensorPrimitives.Sum<T>(span);
        TensorPrimitives.Divide(span, sum, span);
        return largest + T.Log(sum);
    }
}
