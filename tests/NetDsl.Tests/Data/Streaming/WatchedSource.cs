using NetDsl.Data;

namespace NetDsl.Tests.Data;

/// <summary>The rows of data in memory as if they lay elsewhere; it counts what is read, and fails when it is told to.</summary>
internal sealed class WatchedSource(Dataset data, int blockRows = 1) : RowSource("watched rows", data.Layout, data.Count)
{
    private readonly RowSource rows = Of(data);
    private int reads;

    public override int BlockRows => blockRows;

    /// <summary>The number of calls that read.</summary>
    public int Reads => this.reads;

    /// <summary>The row that cannot be read, or -1.</summary>
    public long BrokenRow { get; set; } = -1;

    /// <summary>Whether it was disposed.</summary>
    public bool IsDisposed { get; private set; }

    protected internal override void ReadRows(long first, int count, RowValues destination)
    {
        Assert.False(this.IsDisposed, "The source was read after it was disposed.");
        Interlocked.Increment(ref this.reads);
        if (this.BrokenRow >= first && this.BrokenRow < first + count)
        {
            throw DataFormatException.AtRow(this.Name, this.BrokenRow, null, "the disk failed.");
        }

        this.rows.ReadRows(first, count, destination);
    }

    protected internal override RowKeys ReadKeys(long first, int count) => this.rows.ReadKeys(first, count);

    protected override void Dispose(bool disposing)
    {
        this.IsDisposed = true;
        base.Dispose(disposing);
    }
}
