using NetDsl.Kernels;

namespace NetDsl.Data;

/// <summary>
/// The values of columns in a sample of the rows, for what needs them all at once: medians, quantiles, the most frequent value. It holds every row
/// where that takes no more than 64 MB, and otherwise as many as do, each row as likely as any other.
/// </summary>
internal sealed class ColumnSample
{
    private const int MostValues = 1 << 24;

    /// <summary>Values of images are taken together, and a million of them are as good as all.</summary>
    private const int MostTogether = 1 << 20;

    private readonly int columns;
    private readonly int width;
    private readonly int capacity;
    private readonly float[] values;
    private readonly int[] counts;
    private readonly long rows;
    private RandomStream random;
    private long seen;
    private int taken;
    private bool isSorted;

    /// <param name="columns">The number of columns.</param>
    /// <param name="rows">The number of rows there will be.</param>
    /// <param name="seed">What the rows of the sample are drawn from.</param>
    /// <param name="valuesPerRow">The values of a row that one column takes together, those of an image.</param>
    public ColumnSample(int columns, long rows, ulong seed, int valuesPerRow = 1)
    {
        this.columns = columns;
        this.width = valuesPerRow;
        this.rows = rows;
        this.capacity = (int)Math.Min(rows, Math.Max(1, valuesPerRow > 1 ? MostTogether / valuesPerRow : MostValues / columns));
        this.values = new float[(long)columns * valuesPerRow * this.capacity];
        this.counts = new int[columns];
        this.random = new RandomStream(seed, RandomStreams.Preparation);
    }

    /// <summary>How many rows the sample has in the end.</summary>
    public int Rows => this.capacity;

    /// <summary>Whether some rows are left out.</summary>
    public bool IsPart => this.capacity < this.rows;

    /// <summary>
    /// Takes the next row or leaves it out: with the probability that so many of those left are still needed (Knuth, TAOCP 2, algorithm 3.4.2S).
    /// </summary>
    /// <param name="row">The values of a row, of which the columns are some or all.</param>
    /// <param name="places">Where the columns stand in a row; null where they are the row.</param>
    public void Add(ReadOnlySpan<float> row, int[]? places)
    {
        long left = this.rows - this.seen++;
        if (this.IsPart && this.random.NextUniform() * left >= this.capacity - this.taken)
        {
            return;
        }

        this.taken++;
        for (int i = 0; i < this.columns * this.width; i++)
        {
            float value = row[places?[i] ?? i];
            int column = i / this.width;
            if (!float.IsNaN(value))
            {
                this.values[((long)column * this.width * this.capacity) + this.counts[column]++] = value;
            }
        }
    }

    /// <summary>The value below which a fraction of a column lies, between its neighbours by their distances; NaN where all are missing.</summary>
    /// <param name="column">From 0.</param>
    /// <param name="fraction">From 0 to 1; 0.5 is the median.</param>
    public double Quantile(int column, double fraction)
    {
        ReadOnlySpan<float> sorted = this.Sorted(column);
        if (sorted.IsEmpty)
        {
            return double.NaN;
        }

        double place = fraction * (sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * ((double)sorted[above] - sorted[below]));
    }

    /// <summary>The value that comes most often in a column, the smallest of several; NaN where all are missing.</summary>
    public float MostFrequent(int column)
    {
        ReadOnlySpan<float> sorted = this.Sorted(column);
        float best = float.NaN;
        int longest = 0;
        int begin = 0;
        for (int i = 1; i <= sorted.Length; i++)
        {
            if (i == sorted.Length || sorted[i] != sorted[begin])
            {
                if (i - begin > longest)
                {
                    (longest, best) = (i - begin, sorted[begin]);
                }

                begin = i;
            }
        }

        return best;
    }

    private ReadOnlySpan<float> Sorted(int column)
    {
        if (!this.isSorted)
        {
            for (int other = 0; other < this.columns; other++)
            {
                this.ValuesOf(other).Sort();
            }

            this.isSorted = true;
        }

        return this.ValuesOf(column);
    }

    private Span<float> ValuesOf(int column) => this.values.AsSpan(column * this.width * this.capacity, this.counts[column]);
}
