using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace NetDsl.Kernels;

/// <summary>x_i - log sum_j exp(x_j), the largest x taken off all of them first, so that nothing overflows.</summary>
internal static class LogSoftmax
{
    /// <summary>The logarithms of a row's softmax.</summary>
    /// <param name="source">The first weighted sum.</param>
    /// <param name="destination">Room for as many values; may be the source.</param>
    /// <param name="count">The number of values.</param>
    /// <returns>log sum_j exp(x_j).</returns>
    public static T Row<T>(ref T source, ref T destination, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> x = MemoryMarshal.CreateReadOnlySpan(ref source, count);
        Span<T> y = MemoryMarshal.CreateSpan(ref destination, count);
        T largest = TensorPrimitives.Max(x);
        TensorPrimitives.Subtract(x, largest, y);
        T sum = T.Zero;
        foreach (T value in y)
        {
            sum += T.Exp(value);
        }

        T logarithm = T.Log(sum);
        TensorPrimitives.Subtract(y, logarithm, y);
        return largest + logarithm;
    }

    /// <summary>dx_i = dy_i - exp(y_i) sum_j dy_j, in place.</summary>
    /// <param name="delta">The first value of the gradient.</param>
    /// <param name="values">The first value of the row.</param>
    /// <param name="count">The number of values.</param>
    public static void Derive<T>(ref T delta, ref T values, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Span<T> d = MemoryMarshal.CreateSpan(ref delta, count);
        ReadOnlySpan<T> y = MemoryMarshal.CreateReadOnlySpan(ref values, count);
        T sum = TensorPrimitives.Sum<T>(d);
        for (int i = 0; i < d.Length; i++)
        {
            d[i] -= T.Exp(y[i]) * sum;
        }
    }
}
