namespace NetDsl.Data;

/// <summary>How many rows lie in which blocks and windows: see <see cref="ShuffleOrder"/>.</summary>
internal sealed class WindowLayout
{
    // A read of less costs more for its call than for its bytes.
    private const int SmallestRead = 1 << 16;

    /// <param name="count">The number of rows.</param>
    /// <param name="order">The rows of blocks and windows.</param>
    /// <exception cref="ArgumentException">The order has no rows, or there are more blocks than can be counted.</exception>
    public WindowLayout(long count, ShuffleOrder order)
    {
        order.Check();
        this.Count = count;
        this.BlockRows = (int)Math.Min(order.BlockRows, count);
        long blocks = ((count - 1) / this.BlockRows) + 1;
        if (blocks > Array.MaxLength)
        {
            throw new ArgumentException($"{count} rows make {blocks} blocks of {order.BlockRows}; choose larger blocks.");
        }

        this.Blocks = (int)blocks;
        this.BlocksOfWindow = order.WindowRows >= count ? this.Blocks : order.WindowRows / this.BlockRows;
        this.Windows = ((this.Blocks - 1) / this.BlocksOfWindow) + 1;
    }

    public long Count { get; }

    public int BlockRows { get; }

    public int Blocks { get; }

    public int BlocksOfWindow { get; }

    public int Windows { get; }

    /// <summary>The rows that the last block of the file has fewer than the others.</summary>
    public int LackingRows => (int)(((long)this.Blocks * this.BlockRows) - this.Count);

    /// <summary>The rows of the largest window.</summary>
    public int LargestWindow => (int)Math.Min((long)this.BlocksOfWindow * this.BlockRows, this.Count);

    /// <summary>The order for a source where nobody chose one: two windows take no more than the memory given.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="memory">In bytes.</param>
    /// <exception cref="ArgumentException">Not even two rows fit.</exception>
    public static ShuffleOrder OrderFor(RowSource source, long memory)
    {
        // A row's numbers and its place in the order, in each of two windows: one is trained with, one is read.
        long rowBytes = (source.Layout.RowSize * sizeof(float)) + sizeof(int);
        long most = memory / (2 * rowBytes);
        if (most < 1)
        {
            throw new ArgumentException(
                $"{memory} bytes are too few to read {source.Name} in windows: two rows of {rowBytes} bytes each must fit. Allow more memory.");
        }

        long windowRows = Math.Min(most, Math.Min(source.Count, Array.MaxLength / (source.Layout.RowSize + 1)));
        long atOnce = ((SmallestRead / rowBytes / source.BlockRows) + 1) * source.BlockRows;
        int blockRows = (int)Math.Min(atOnce, windowRows);
        return new ShuffleOrder(blockRows, (int)windowRows);
    }
}
