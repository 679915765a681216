namespace NetDsl.Interchange;

/// <summary>The content of an NPY file: an array of single or double precision in row-major order.</summary>
public sealed class NpyArray
{
    private readonly float[]? singles;
    private readonly double[]? doubles;

    /// <summary>An array of single precision.</summary>
    /// <param name="values">In row-major order; taken without a copy.</param>
    /// <param name="shape">The extents, the slowest first; empty for a single number.</param>
    /// <exception cref="ArgumentException">The shape does not fit the number of values.</exception>
    public NpyArray(float[] values, IReadOnlyList<int> shape)
    {
        this.singles = values;
        this.Shape = Checked(values.Length, shape);
    }

    /// <summary>An array of double precision.</summary>
    /// <param name="values">In row-major order; taken without a copy.</param>
    /// <param name="shape">The extents, the slowest first; empty for a single number.</param>
    /// <exception cref="ArgumentException">The shape does not fit the number of values.</exception>
    public NpyArray(double[] values, IReadOnlyList<int> shape)
    {
        this.doubles = values;
        this.Shape = Checked(values.Length, shape);
    }

    /// <summary>The extents, the slowest first; empty for a single number.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The number of values.</summary>
    public int Count => this.singles?.Length ?? this.doubles!.Length;

    /// <summary>
    /// Whether the values are kept in double precision: those of a file of doubles or of integers of 32 bits and more. Otherwise in single.
    /// </summary>
    public bool IsDouble => this.doubles is not null;

    /// <summary>The values in single precision: rounded where <see cref="IsDouble"/>, otherwise the array itself.</summary>
    public float[] ToSingle() => this.singles ?? Array.ConvertAll(this.doubles!, value => (float)value);

    /// <summary>The values in double precision: the array itself where <see cref="IsDouble"/>, otherwise a copy.</summary>
    public double[] ToDouble() => this.doubles ?? Array.ConvertAll(this.singles!, value => (double)value);

    private static int[] Checked(int count, IReadOnlyList<int> shape)
    {
        long expected = 1;
        foreach (int extent in shape)
        {
            // Beyond any array the product needs not to be exact, only not to overflow.
            expected = extent < 0 ? -1 : Math.Min(expected * extent, long.MaxValue / int.MaxValue);
            if (expected < 0)
            {
                break;
            }
        }

        return expected == count
            ? [.. shape]
            : throw new ArgumentException($"The shape ({string.Join(", ", shape)}) does not fit {count} values.", nameof(shape));
    }
}
