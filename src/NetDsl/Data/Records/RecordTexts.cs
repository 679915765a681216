namespace NetDsl.Data;

/// <summary>A column of texts.</summary>
/// <param name="field">What the column is called.</param>
/// <param name="offset">Where it begins in a record.</param>
/// <param name="format">How a text lies in it.</param>
internal sealed class RecordTexts(TableField field, int offset, TextFormat format) : RecordColumn(field)
{
    public override void Read(RecordRows records, ColumnBlock block, int first)
    {
        Span<int> codes = block.Codes.Slice(first, records.Count);
        for (int row = 0; row < codes.Length; row++)
        {
            codes[row] = format.Read(records.Cell(row, offset, format.Size), block.Texts);
        }
    }
}
