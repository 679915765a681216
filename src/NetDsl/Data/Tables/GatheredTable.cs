namespace NetDsl.Data;

/// <summary>A table in memory, of columns that were gathered row by row.</summary>
/// <param name="path">The file that the rows come from, or null.</param>
/// <param name="fields">All columns.</param>
/// <param name="columns">The cells of those that were gathered; null for the others.</param>
/// <param name="count">The number of rows.</param>
internal sealed class GatheredTable(string? path, IReadOnlyList<TableField> fields, TypedColumn?[] columns, long count)
    : TableFile(path, fields, count)
{
    protected override void ReadRows(long first, int count, IReadOnlyList<ColumnBlock> blocks)
    {
        foreach (ColumnBlock block in blocks)
        {
            columns[block.Place]!.CopyTo(first, block);
        }
    }
}
