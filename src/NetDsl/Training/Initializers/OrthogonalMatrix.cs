using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NetDsl.Kernels;

namespace NetDsl.Training;

/// <summary>
/// Random matrices with orthonormal columns, uniform among all such (Saxe et al. 2014): the factor Q of a matrix of normal numbers, R
/// having a positive diagonal (Mezzadri 2007), which Gram and Schmidt's way gives by itself.
/// </summary>
internal static class OrthogonalMatrix
{
    /// <summary>Fills a matrix whose columns, or whose rows where those are fewer, are orthonormal, times a gain.</summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="values">[rows, columns].</param>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="gain">What it is multiplied by.</param>
    /// <param name="random">Where it is drawn from.</param>
    public static void Fill<T>(Span<T> values, int rows, int columns, double gain, ref RandomStream random)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool isTall = rows >= columns;
        int count = Math.Min(rows, columns);
        int length = Math.Max(rows, columns);

        // Filled up with zeros, so that there are whole vectors of four: of that width everywhere, since it is part of the bits.
        int stride = (length + Vector256<double>.Count - 1) / Vector256<double>.Count * Vector256<double>.Count;
        double[] vectors = new double[(long)count * stride];
        for (int i = 0; i < count; i++)
        {
            foreach (ref double value in vectors.AsSpan(i * stride, length))
            {
                value = random.NextNormal();
            }

            Orthonormalize(vectors, i, stride);
        }

        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                int place = isTall ? (column * stride) + row : (row * stride) + column;
                values[(row * columns) + column] = T.CreateTruncating(gain * vectors[place]);
            }
        }
    }

    // Taken away twice, after which the rest is orthogonal to rounding (Giraud, Langou and Rozloznik 2005).
    private static void Orthonormalize(double[] vectors, int last, int stride)
    {
        Span<Vector256<double>> vector = Row(vectors, last, stride);
        for (int time = 0; time < 2; time++)
        {
            for (int i = 0; i < last; i++)
            {
                Span<Vector256<double>> other = Row(vectors, i, stride);
                Vector256<double> part = Vector256.Create(Dot(vector, other));
                for (int j = 0; j < vector.Length; j++)
                {
                    vector[j] -= other[j] * part;
                }
            }
        }

        Vector256<double> norm = Vector256.Create(Math.Sqrt(Dot(vector, vector)));
        foreach (ref Vector256<double> values in vector)
        {
            values /= norm;
        }
    }

    private static Span<Vector256<double>> Row(double[] vectors, int row, int stride) =>
        MemoryMarshal.Cast<double, Vector256<double>>(vectors.AsSpan(row * stride, stride));

    private static double Dot(ReadOnlySpan<Vector256<double>> left, ReadOnlySpan<Vector256<double>> right)
    {
        Vector256<double> sum = Vector256<double>.Zero;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum[0] + sum[1] + (sum[2] + sum[3]);
    }
}
