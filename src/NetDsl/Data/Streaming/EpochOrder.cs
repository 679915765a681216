using NetDsl.Kernels;

namespace NetDsl.Data;

/// <summary>The order of the rows of one epoch, window by window: see <see cref="ShuffleOrder"/>.</summary>
internal sealed class EpochOrder
{
    // Epochs and windows below 2^28 each have streams of their own.
    private const int EpochShift = 28;

    private readonly WindowLayout layout;
    private readonly ulong seed;
    private readonly int epoch;
    private readonly bool shuffled;
    private readonly int[]? blocks;
    private readonly int lastBlockPlace;

    /// <param name="layout">How rows lie in blocks and windows.</param>
    /// <param name="seed">The same seed and epoch give the same order on every machine.</param>
    /// <param name="epoch">From 0.</param>
    /// <param name="shuffled">Whether rows are shuffled at all.</param>
    public EpochOrder(WindowLayout layout, ulong seed, int epoch, bool shuffled)
    {
        this.layout = layout;
        this.seed = seed;
        this.epoch = epoch;
        this.shuffled = shuffled;
        this.lastBlockPlace = layout.Blocks - 1;
        if (shuffled && layout.Windows > 1)
        {
            this.blocks = new int[layout.Blocks];
            Shuffle.Permutation(this.blocks, seed, epoch);
            this.lastBlockPlace = Array.IndexOf(this.blocks, layout.Blocks - 1);
        }
    }

    public int Epoch => this.epoch;

    /// <summary>The place of a window's first row in the epoch.</summary>
    public long StartOf(int window)
    {
        long places = (long)window * this.layout.BlocksOfWindow;
        long rows = places * this.layout.BlockRows;
        return places > this.lastBlockPlace ? rows - this.layout.LackingRows : rows;
    }

    /// <summary>The number of rows of a window.</summary>
    public int RowsOf(int window) =>
        (int)((window + 1 == this.layout.Windows ? this.layout.Count : this.StartOf(window + 1)) - this.StartOf(window));

    /// <summary>The runs of rows that a window is read by, in the order in which they lie in it.</summary>
    public IEnumerable<(long First, int Count)> RunsOf(int window)
    {
        int begin = window * this.layout.BlocksOfWindow;
        int end = Math.Min(begin + this.layout.BlocksOfWindow, this.layout.Blocks);
        long first = 0;
        int count = 0;
        for (int place = begin; place < end; place++)
        {
            int block = this.blocks is null ? place : this.blocks[place];
            long start = (long)block * this.layout.BlockRows;
            if (count > 0 && start != first + count)
            {
                yield return (first, count);
                count = 0;
            }

            first = count == 0 ? start : first;
            count += (int)Math.Min(this.layout.BlockRows, this.layout.Count - start);
        }

        yield return (first, count);
    }

    /// <summary>The order of all rows at once, of data in memory.</summary>
    /// <param name="rows">As many as there are.</param>
    public void Fill(Span<int> rows)
    {
        for (int window = 0; window < this.layout.Windows; window++)
        {
            int[] numbers = [.. this.RunsOf(window).SelectMany(run => Enumerable.Range((int)run.First, run.Count))];
            Span<int> part = rows.Slice((int)this.StartOf(window), numbers.Length);
            this.Permute(window, part);
            for (int i = 0; i < part.Length; i++)
            {
                part[i] = numbers[part[i]];
            }
        }
    }

    /// <summary>The order in which the rows of a window are visited, by their places in it.</summary>
    /// <param name="window">From 0.</param>
    /// <param name="rows">As many as the window has.</param>
    public void Permute(int window, Span<int> rows)
    {
        if (!this.shuffled)
        {
            for (int i = 0; i < rows.Length; i++)
            {
                rows[i] = i;
            }
        }
        else if (this.layout.Windows == 1)
        {
            Shuffle.Permutation(rows, this.seed, this.epoch);
        }
        else
        {
            RandomStream random = new(this.seed, RandomStreams.ShuffleWindow + ((ulong)this.epoch << EpochShift) + (uint)window);
            Shuffle.Permutation(rows, ref random);
        }
    }
}
