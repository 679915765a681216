using NetDsl.Data;

namespace NetDsl.Tests.Data.Preparations;

/// <summary>Rows in memory that pretend to lie in blocks of a file, and count how often they are read.</summary>
internal sealed class BlockedSource(Dataset data, int blockRows) : RowSource("some.file", data.Layout, data.Count)
{
    public override int BlockRows => blockRows;

    public long RowsRead { get; private set; }

    public bool IsDisposed { get; private set; }

    protected internal override void ReadRows(long first, int count, RowValues destination)
    {
        this.RowsRead += count;
        using RowSource rows = Of(data);
        rows.ReadRows(first, count, destination);
    }

    protected override void Dispose(bool disposing)
    {
        this.IsDisposed = true;
        base.Dispose(disposing);
    }
}
