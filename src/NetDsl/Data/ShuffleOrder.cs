namespace NetDsl.Data;

/// <summary>
/// In which order an epoch visits rows that are read in blocks: the blocks are shuffled, some of them that follow each other then make a
/// window, and the rows of a window are shuffled among each other. As large a window as memory allows mixes best; one of all rows gives the
/// same order as a shuffle of all rows. The same order, seed and rows give the same bits, from memory or from a file.
/// </summary>
/// <param name="BlockRows">The rows of a block, which are read together; at least 1.</param>
/// <param name="WindowRows">The rows of a window, at least those of a block; a window has whole blocks.</param>
public sealed record ShuffleOrder(int BlockRows, int WindowRows)
{
    /// <summary>Refuses an order that has no rows.</summary>
    /// <exception cref="ArgumentException">A block has no row, or a window has fewer than a block.</exception>
    internal void Check()
    {
        if (this.BlockRows < 1 || this.WindowRows < this.BlockRows)
        {
            throw new ArgumentException(
                $"A block has {this.BlockRows} rows and a window {this.WindowRows}; a block needs at least 1, and a window at least those of a block.");
        }
    }
}
