using System.Numerics;
using System.Numerics.Tensors;

namespace NetDsl.Training;

/// <summary>Sums over all parameters: in the precision of the network within a block, in double precision from block to block.</summary>
internal static class BlockSums
{
    /// <summary>So short that single precision loses no more than a digit within it.</summary>
    private const int BlockLength = 4096;

    /// <summary>The sum of the products of two vectors.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="left">One vector.</param>
    /// <param name="right">The other, as long.</param>
    public static double Dot<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = 0;
        for (int begin = 0; begin < left.Length; begin += BlockLength)
        {
            int length = Math.Min(BlockLength, left.Length - begin);
            sum += double.CreateTruncating(TensorPrimitives.Dot(left.Slice(begin, length), right.Slice(begin, length)));
        }

        return sum;
    }

    /// <summary>The sum of the magnitudes of a vector.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="values">The vector.</param>
    public static double Magnitudes<T>(ReadOnlySpan<T> values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double sum = 0;
        for (int begin = 0; begin < values.Length; begin += BlockLength)
        {
            sum += double.CreateTruncating(TensorPrimitives.SumOfMagnitudes(values.Slice(begin, Math.Min(BlockLength, values.Length - begin))));
        }

        return sum;
    }
}
