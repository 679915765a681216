namespace NetDsl.Data;

/// <summary>A column of a table whose rows are records of as many bytes each, one after the other.</summary>
/// <param name="field">What the column is called and holds.</param>
internal abstract class RecordColumn(TableField field)
{
    /// <summary>What the column is called and holds.</summary>
    public TableField Field { get; } = field;

    /// <summary>Reads the cells of some rows.</summary>
    /// <param name="records">The rows.</param>
    /// <param name="block">Where to.</param>
    /// <param name="first">The place in the block of the first of the rows.</param>
    public abstract void Read(RecordRows records, ColumnBlock block, int first);
}
