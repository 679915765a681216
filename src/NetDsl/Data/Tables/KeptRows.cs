using System.Numerics;

namespace NetDsl.Data;

/// <summary>Which rows of a table are kept, in one bit for each, and where the n-th of them lies.</summary>
/// <param name="rows">The number of rows of the table.</param>
internal sealed class KeptRows(long rows)
{
    private const int WordsOfGroup = 64;

    private readonly ulong[] words = new ulong[(rows + 63) / 64];
    private long[] before = [];

    /// <summary>The number of rows that are kept, once all are known.</summary>
    public long Count { get; private set; }

    /// <summary>Keeps a row.</summary>
    public void Keep(long row) => this.words[row / 64] |= 1UL << (int)(row % 64);

    /// <summary>Whether a row is kept.</summary>
    public bool Has(long row) => ((this.words[row / 64] >> (int)(row % 64)) & 1) != 0;

    /// <summary>Counts the rows, once all are known.</summary>
    public void Complete()
    {
        this.before = new long[(this.words.Length / WordsOfGroup) + 1];
        for (int i = 0; i < this.words.Length; i++)
        {
            if (i % WordsOfGroup == 0)
            {
                this.before[i / WordsOfGroup] = this.Count;
            }

            this.Count += BitOperations.PopCount(this.words[i]);
        }
    }

    /// <summary>The row of the table that is the n-th of those kept.</summary>
    /// <param name="number">From 0 to below <see cref="Count"/>.</param>
    public long RowOf(long number)
    {
        // The groups of words that begin with no more rows before them than are wanted; empty groups follow each other with the same count.
        int low = 0;
        int high = (this.words.Length - 1) / WordsOfGroup;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = this.before[middle] <= number ? (middle, high) : (low, middle - 1);
        }

        long left = number - this.before[low];
        int word = low * WordsOfGroup;
        for (int count; (count = BitOperations.PopCount(this.words[word])) <= left; word++)
        {
            left -= count;
        }

        ulong bits = this.words[word];
        for (; left > 0; left--)
        {
            bits &= bits - 1;
        }

        return ((long)word * 64) + BitOperations.TrailingZeroCount(bits);
    }
}
