namespace NetDsl.Data;

/// <summary>A column of truth values, or of arrays of them, that are written as the letters T and F; a zero is a missing one.</summary>
/// <param name="field">What the column is called and holds.</param>
/// <param name="offset">Where it begins in a record.</param>
internal sealed class RecordTruths(TableField field, int offset) : RecordColumn(field)
{
    /// <summary>Puts a number into a block of either precision.</summary>
    public static void Set(ColumnBlock block, int place, float value)
    {
        if (block.Content == ColumnContent.Double)
        {
            block.Doubles[place] = value;
        }
        else
        {
            block.Singles[place] = value;
        }
    }

    public override void Read(RecordRows records, ColumnBlock block, int first)
    {
        int width = this.Field.Width;
        for (int row = 0; row < records.Count; row++)
        {
            ReadOnlySpan<byte> cell = records.Cell(row, offset, width);
            for (int i = 0; i < width; i++)
            {
                float value = cell[i] switch { (byte)'T' => 1, (byte)'F' => 0, _ => float.NaN };
                Set(block, ((first + row) * width) + i, value);
            }
        }
    }
}
