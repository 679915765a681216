using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetDsl.Kernels;

/// <summary>The rows of a table by whole numbers, for an embedding.</summary>
public static class EmbeddingTable
{
    /// <summary>How far a number may be from a whole one: what rounding leaves, and the step of a check of gradients by
    /// differences.</summary>
    private const double Tolerance = 1.0 / 64;

    /// <summary>Copies the row of each number.</summary>
    /// <param name="numbers">The first number.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="numberStride">Elements from one to the next.</param>
    /// <param name="table">The first row.</param>
    /// <param name="rows">The rows of the table.</param>
    /// <param name="width">The elements of a row.</param>
    /// <param name="output">Where the first row goes.</param>
    /// <param name="outputStride">Elements from one to the next.</param>
    /// <param name="layer">The layer's name, for an error.</param>
    /// <param name="sample">The sample, for an error.</param>
    /// <param name="place">The place of the first number in the sample, for an error.</param>
    /// <exception cref="ArgumentException">A number is not a whole one of 0 to <paramref name="rows"/> - 1.</exception>
    public static void CopyRows<T>(
        ref T numbers, int count, int numberStride, ref T table, int rows, int width, ref T output, int outputStride, string layer, nint sample, nint place)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint i = 0; i < count; i++)
        {
            T number = Unsafe.Add(ref numbers, i * numberStride);
            int row = int.CreateSaturating(T.Round(number));

            // Written so that NaN, which compares false to everything, is refused too.
            if ((uint)row >= (uint)rows || !(T.Abs(number - T.CreateTruncating(row)) <= T.CreateTruncating(Tolerance)))
            {
                Refuse(double.CreateTruncating(number), rows, layer, sample, place + i);
            }

            MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref table, (nint)row * width), width)
                .CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref output, i * outputStride), width));
        }
    }

    /// <summary>Sets rows [first, last) to zero.</summary>
    /// <param name="table">The first row of the table.</param>
    /// <param name="first">The first row to clear.</param>
    /// <param name="last">One past the last.</param>
    /// <param name="width">The elements of a row.</param>
    public static void ClearRows<T>(ref T table, nint first, nint last, int width)
        where T : unmanaged
    {
        for (nint row = first; row < last; row++)
        {
            MemoryMarshal.CreateSpan(ref Unsafe.Add(ref table, row * width), width).Clear();
        }
    }

    /// <summary>Adds to each number's row, where it is among [first, last), in the order of the numbers.</summary>
    /// <param name="numbers">The first number; all have been taken by <see cref="CopyRows"/>.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="numberStride">Elements from one to the next.</param>
    /// <param name="addends">What is added for the first.</param>
    /// <param name="addendStride">Elements from one to the next.</param>
    /// <param name="table">The first row of the table.</param>
    /// <param name="first">The first row that is added to.</param>
    /// <param name="last">One past the last.</param>
    /// <param name="width">The elements of a row.</param>
    public static void AddRows<T>(
        ref T numbers, int count, int numberStride, ref T addends, int addendStride, ref T table, nint first, nint last, int width)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (nint i = 0; i < count; i++)
        {
            nint row = int.CreateSaturating(T.Round(Unsafe.Add(ref numbers, i * numberStride)));
            if (row >= first && row < last)
            {
                Span<T> sums = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref table, row * width), width);
                TensorPrimitives.Add(sums, MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref addends, i * addendStride), width), sums);
            }
        }
    }

    [DoesNotReturn]
    private static void Refuse(double number, int rows, string layer, nint sample, nint place) => throw new ArgumentException(string.Create(
        CultureInfo.InvariantCulture,
        $"'{layer}' takes whole numbers from 0 to {rows - 1}; sample {sample} of the batch has {number} at place {place}."));
}
