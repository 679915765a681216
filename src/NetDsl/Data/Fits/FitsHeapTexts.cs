namespace NetDsl.Data;

/// <summary>A column of texts of any length in the heap.</summary>
/// <param name="field">What the column is called.</param>
/// <param name="offset">Where the column begins in a row.</param>
/// <param name="heap">Where the texts lie.</param>
internal sealed class FitsHeapTexts(TableField field, int offset, FitsHeap heap) : RecordColumn(field)
{
    private byte[] text = [];

    public override void Read(RecordRows records, ColumnBlock block, int first)
    {
        for (int row = 0; row < records.Count; row++)
        {
            ReadOnlySpan<byte> cell = records.Cell(row, offset, heap.CellSize);
            int size = heap.SizeOf(cell, this.Field.Name, records.First + row);
            if (this.text.Length < size)
            {
                this.text = new byte[size];
            }

            Span<byte> bytes = this.text.AsSpan(0, size);
            heap.Read(cell, this.Field.Name, records.First + row, bytes);
            block.Codes[first + row] = new TextFormat(size, TextCoding.Padded).Read(bytes, block.Texts);
        }
    }
}
