namespace NetDsl.Data;

/// <summary>Reads rows of a table of records, one after the other in a file.</summary>
/// <param name="bytes">The file, which has all rows.</param>
/// <param name="begin">Where the first begins.</param>
/// <param name="size">The bytes of a row, at least 1.</param>
/// <param name="columns">The columns, in the order of the table's fields.</param>
internal sealed class RecordReader(StoredBytes bytes, long begin, int size, IReadOnlyList<RecordColumn> columns)
{
    // Stays in the second-level cache while the columns are taken from it.
    private const int BufferSize = 1 << 18;

    private byte[] buffer = [];

    /// <summary>As many rows as are best read together.</summary>
    public int BlockRows => Math.Max(1, BufferSize / size);

    /// <summary>The columns.</summary>
    public IReadOnlyList<TableField> Fields => [.. columns.Select(column => column.Field)];

    /// <summary>Reads rows that are there.</summary>
    public void Read(long first, int count, IReadOnlyList<ColumnBlock> blocks)
    {
        int together = Math.Min(this.BlockRows, count);
        Array.Resize(ref this.buffer, Math.Max(this.buffer.Length, together * size));
        for (int done = 0; done < count; done += Math.Min(together, count - done))
        {
            Span<byte> part = this.buffer.AsSpan(0, Math.Min(together, count - done) * size);
            bytes.Read(begin + ((first + done) * size), part);
            foreach (ColumnBlock block in blocks)
            {
                columns[block.Place].Read(new RecordRows(part, size, first + done), block, done);
            }
        }
    }
}
