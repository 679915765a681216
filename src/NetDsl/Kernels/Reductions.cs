using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetDsl.Kernels;

/// <summary>Sums over the rows of a batch, and of two runs of values.</summary>
public static class Reductions
{
    /// <summary>Adds a run of values to another.</summary>
    /// <param name="values">What is added.</param>
    /// <param name="sums">What it is added to.</param>
    /// <param name="count">The number of values.</param>
    public static void Add<T>(ref T values, ref T sums, int count)
        where T : unmanaged, INumberBase<T>
    {
        Span<T> target = MemoryMarshal.CreateSpan(ref sums, count);
        TensorPrimitives.Add(MemoryMarshal.CreateReadOnlySpan(ref values, count), target, target);
    }

    /// <summary>
    /// The sum of all rows of a batch of images, column by column: always in the order of the samples, so that threads, which share the
    /// columns of different layers and never the rows of one, do not change it.
    /// </summary>
    /// <param name="rows">The first row of the first sample.</param>
    /// <param name="samples">The number of samples.</param>
    /// <param name="sampleStride">Elements from one sample to the next.</param>
    /// <param name="height">Lines of rows in each sample.</param>
    /// <param name="lineStride">Elements from one line to the next.</param>
    /// <param name="width">Rows in each line.</param>
    /// <param name="rowStride">Elements from one row to the next.</param>
    /// <param name="sums">Where the sums go.</param>
    /// <param name="columns">The elements of a row: 1, 2, 4, 8 or a multiple of 64 bytes.</param>
    /// <param name="accumulate">Whether the sum goes on from what is there.</param>
    public static void SumRows<T>(
        ref T rows,
        int samples,
        int sampleStride,
        int height,
        int lineStride,
        int width,
        int rowStride,
        ref T sums,
        int columns,
        bool accumulate)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int column = 0;
        for (; column + (2 * Vector<T>.Count) <= columns; column += 2 * Vector<T>.Count)
        {
            Vector<T> sum0 = accumulate ? Vector.LoadUnsafe(ref sums, (nuint)column) : Vector<T>.Zero;
            Vector<T> sum1 = accumulate ? Vector.LoadUnsafe(ref sums, (nuint)(column + Vector<T>.Count)) : Vector<T>.Zero;
            for (int line = 0; line < samples * height; line++)
            {
                ref T row = ref Line(ref rows, line, height, sampleStride, lineStride, column);
                for (int x = 0; x < width; x++)
                {
                    sum0 += Vector.LoadUnsafe(ref row);
                    sum1 += Vector.LoadUnsafe(ref row, (nuint)Vector<T>.Count);
                    row = ref Unsafe.Add(ref row, rowStride);
                }
            }

            sum0.StoreUnsafe(ref sums, (nuint)column);
            sum1.StoreUnsafe(ref sums, (nuint)(column + Vector<T>.Count));
        }

        for (; column < columns; column++)
        {
            T sum = accumulate ? Unsafe.Add(ref sums, column) : T.Zero;
            for (int line = 0; line < samples * height; line++)
            {
                ref T row = ref Line(ref rows, line, height, sampleStride, lineStride, column);
                for (int x = 0; x < width; x++)
                {
                    sum += row;
                    row = ref Unsafe.Add(ref row, rowStride);
                }
            }

            Unsafe.Add(ref sums, column) = sum;
        }
    }

    private static ref T Line<T>(ref T rows, int line, int height, int sampleStride, int lineStride, int column)
    {
        (int sample, int y) = Math.DivRem(line, height);
        return ref Unsafe.Add(ref rows, ((nint)sample * sampleStride) + ((nint)y * lineStride) + column);
    }
}
