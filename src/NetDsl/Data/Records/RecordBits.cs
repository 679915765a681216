namespace NetDsl.Data;

/// <summary>A column of arrays of bits, the highest of each byte first.</summary>
/// <param name="field">What the column is called, and how many bits a cell has.</param>
/// <param name="offset">Where it begins in a record.</param>
internal sealed class RecordBits(TableField field, int offset) : RecordColumn(field)
{
    private const int BitsPerByte = 8;

    public override void Read(RecordRows records, ColumnBlock block, int first)
    {
        int width = this.Field.Width;
        for (int row = 0; row < records.Count; row++)
        {
            ReadOnlySpan<byte> cell = records.Cell(row, offset, (width + BitsPerByte - 1) / BitsPerByte);
            int place = (first + row) * width;
            for (int i = 0; i < width; i++)
            {
                RecordTruths.Set(block, place + i, (cell[i / BitsPerByte] >> (BitsPerByte - 1 - (i % BitsPerByte))) & 1);
            }
        }
    }
}
