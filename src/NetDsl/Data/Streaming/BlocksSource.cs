namespace NetDsl.Data;

/// <summary>Some blocks of the rows of another source, one after the other.</summary>
internal sealed class BlocksSource : RowSource
{
    private readonly RowSource whole;
    private readonly (long First, long Count)[] blocks;
    private readonly long[] starts;

    /// <param name="whole">The other source, which stays open.</param>
    /// <param name="blocks">The blocks, each of at least one row.</param>
    public BlocksSource(RowSource whole, (long First, long Count)[] blocks)
        : base(whole.Name, whole.Layout, blocks.Sum(block => block.Count))
    {
        this.whole = whole;
        this.blocks = blocks;
        this.starts = new long[blocks.Length];
        for (int i = 1; i < blocks.Length; i++)
        {
            this.starts[i] = this.starts[i - 1] + blocks[i - 1].Count;
        }
    }

    public override int BlockRows => this.whole.BlockRows;

    protected internal override void ReadRows(long first, int count, RowValues destination)
    {
        int done = 0;
        while (done < count)
        {
            (long begin, int rows) = this.Find(first + done, count - done);
            this.whole.ReadRows(begin, rows, destination.Slice(done, rows, this.Layout));
            done += rows;
        }
    }

    protected internal override RowKeys ReadKeys(long first, int count)
    {
        List<RowKeys> parts = [];
        int done = 0;
        while (done < count)
        {
            (long begin, int rows) = this.Find(first + done, count - done);
            parts.Add(this.whole.ReadKeys(begin, rows));
            done += rows;
        }

        return RowKeys.Concatenate(parts);
    }

    /// <summary>Where rows lie in the whole: the first, and how many of those wanted follow it there.</summary>
    private (long First, int Count) Find(long row, int wanted)
    {
        int found = Array.BinarySearch(this.starts, row);
        int block = found >= 0 ? found : ~found - 1;
        long within = row - this.starts[block];
        return (this.blocks[block].First + within, (int)Math.Min(wanted, this.blocks[block].Count - within));
    }
}
