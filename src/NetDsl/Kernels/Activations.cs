using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetDsl.Kernels;

/// <summary>
/// Activations in place, for those that a tile does not apply to its sums itself. In single precision they are those of
/// <see cref="LaneMath"/>: TensorPrimitives goes through double precision, three times as long for tanh, which took a fifth of a prediction of
/// five layers of 300 units.
/// </summary>
public static class Activations
{
    /// <summary>1 / (1 + exp(-x)).</summary>
    /// <param name="values">The first value.</param>
    /// <param name="count">The number of values.</param>
    public static void Sigmoid<T>(ref T values, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            LaneLoop.Apply<SigmoidLanes>(ref Unsafe.As<T, float>(ref values), count);
            return;
        }

        Span<T> span = MemoryMarshal.CreateSpan(ref values, count);
        TensorPrimitives.Sigmoid(span, span);
    }

    /// <summary>tanh(x).</summary>
    /// <param name="values">The first value.</param>
    /// <param name="count">The number of values.</param>
    public static void Tanh<T>(ref T values, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (typeof(T) == typeof(float))
        {
            LaneLoop.Apply<TanhLanes>(ref Unsafe.As<T, float>(ref values), count);
            return;
        }

        Span<T> span = MemoryMarshal.CreateSpan(ref values, count);
        TensorPrimitives.Tanh(span, span);
    }

    /// <summary>exp(x_i) / sum_j exp(x_j).</summary>
    /// <param name="values">The first value.</param>
    /// <param name="count">The number of values.</param>
    public static void Softmax<T>(ref T values, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Kernels.Softmax.Row(ref values, ref values, count, withLogarithm: false);
    }
}
