using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetDsl.Training;

/// <summary>
/// What the regularisers of a network add to its loss, l1 sum |w| + l2 sum w^2, and to its gradient, l1 sign(w) + 2 l2 w, where sign(0) =
/// 0. The parameters are cut into blocks, which threads share; the sum goes from block to block, so the threads do not change the bits.
/// </summary>
/// <typeparam name="T">The element type of the network.</typeparam>
internal sealed class RegularizationPenalty<T>
    where T : unmanaged
{
    /// <summary>Elements of a block: some 2 us of work, and as few as single precision can sum without losing more than a digit.</summary>
    private const int BlockLength = 8192;

    private readonly ParameterSet<T> parameters;
    private readonly ParameterSet<T> gradients;
    private readonly Block[] blocks;
    private readonly double[] sums;

    private RegularizationPenalty(ParameterSet<T> parameters, ParameterSet<T> gradients, Block[] blocks)
    {
        this.parameters = parameters;
        this.gradients = gradients;
        this.blocks = blocks;
        this.sums = new double[blocks.Length];
    }

    /// <summary>The number of blocks.</summary>
    public int BlockCount => this.blocks.Length;

    /// <summary>The sum of all blocks, each as it was last computed.</summary>
    public double Value
    {
        get
        {
            double value = 0;
            foreach (double sum in this.sums)
            {
                value += sum;
            }

            return value;
        }
    }

    /// <summary>The penalty that a network declares, or null where it declares none.</summary>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="gradients">Where its gradient is added.</param>
    public static RegularizationPenalty<T>? Of(ParameterSet<T> parameters, ParameterSet<T> gradients)
    {
        Block[] blocks = [.. parameters.Definitions.Where(d => d.RegularizerL1 > 0 || d.RegularizerL2 > 0).SelectMany(BlocksOf)];
        return blocks.Length == 0 ? null : new RegularizationPenalty<T>(parameters, gradients, blocks);
    }

    /// <summary>Computes blocks [begin, end).</summary>
    /// <param name="begin">The first block.</param>
    /// <param name="end">One past the last block.</param>
    /// <param name="withGradient">Whether their gradient is added to that of the loss.</param>
    public void Compute(int begin, int end, bool withGradient)
    {
        for (int i = begin; i < end; i++)
        {
            Block block = this.blocks[i];
            ReadOnlySpan<T> values = this.parameters.Values.Slice(block.Offset, block.Length);
            (double magnitudes, double squares) = Sum(values);
            this.sums[i] = (block.L1 * magnitudes) + (block.L2 * squares);
            if (withGradient)
            {
                AddGradient(values, this.gradients.Values.Slice(block.Offset, block.Length), Convert(block.L1), Convert(2 * block.L2));
            }
        }
    }

    private static IEnumerable<Block> BlocksOf(ParameterDefinition definition)
    {
        for (int begin = 0; begin < definition.Layout.Length; begin += BlockLength)
        {
            yield return new Block(
                definition.Layout.Offset + begin,
                Math.Min(BlockLength, definition.Layout.Length - begin),
                definition.RegularizerL1,
                definition.RegularizerL2);
        }
    }

    private static (double Magnitudes, double Squares) Sum(ReadOnlySpan<T> values)
    {
        ReadOnlySpan<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(values);
        Vector<T> magnitudes = Vector<T>.Zero;
        Vector<T> squares = Vector<T>.Zero;
        foreach (Vector<T> vector in vectors)
        {
            magnitudes += Vector.Abs(vector);
            squares += vector * vector;
        }

        double magnitude = Convert(Vector.Sum(magnitudes));
        double square = Convert(Vector.Sum(squares));
        foreach (T value in values[(vectors.Length * Vector<T>.Count)..])
        {
            double number = Convert(value);
            magnitude += Math.Abs(number);
            square += number * number;
        }

        return (magnitude, square);
    }

    private static void AddGradient(ReadOnlySpan<T> values, Span<T> gradients, T l1, T twiceL2)
    {
        ReadOnlySpan<Vector<T>> vectors = MemoryMarshal.Cast<T, Vector<T>>(values);
        Span<Vector<T>> sums = MemoryMarshal.Cast<T, Vector<T>>(gradients);
        Vector<T> plus = new(l1);
        Vector<T> slope = new(twiceL2);
        for (int i = 0; i < vectors.Length; i++)
        {
            sums[i] += GradientOf(vectors[i], plus, slope);
        }

        int rest = vectors.Length * Vector<T>.Count;
        for (int i = rest; i < values.Length; i++)
        {
            gradients[i] = (new Vector<T>(gradients[i]) + GradientOf(new Vector<T>(values[i]), plus, slope))[0];
        }
    }

    private static Vector<T> GradientOf(Vector<T> values, Vector<T> plus, Vector<T> slope) =>
        (values * slope)
        + (Vector.GreaterThan(values, Vector<T>.Zero) & plus)
        - (Vector.LessThan(values, Vector<T>.Zero) & plus);

    private static double Convert(T value) =>
        typeof(T) == typeof(float) ? Unsafe.BitCast<T, float>(value) : Unsafe.BitCast<T, double>(value);

    private static T Convert(double value) =>
        typeof(T) == typeof(float) ? Unsafe.BitCast<float, T>((float)value) : Unsafe.BitCast<double, T>(value);

    private readonly record struct Block(int Offset, int Length, double L1, double L2);
}
