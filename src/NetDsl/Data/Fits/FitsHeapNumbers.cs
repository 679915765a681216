namespace NetDsl.Data;

/// <summary>A column of arrays of numbers in the heap, of one length.</summary>
/// <param name="numbers">What the arrays hold.</param>
/// <param name="offset">Where the column begins in a row.</param>
/// <param name="heap">Where the arrays lie.</param>
internal sealed class FitsHeapNumbers(RecordNumbers numbers, int offset, FitsHeap heap) : RecordColumn(numbers.Field)
{
    private readonly byte[] array = new byte[numbers.CellSize];

    public override void Read(RecordRows records, ColumnBlock block, int first)
    {
        for (int row = 0; row < records.Count; row++)
        {
            heap.Read(records.Cell(row, offset, heap.CellSize), this.Field.Name, records.First + row, this.array);
            numbers.Read(this.array, block, (first + row) * this.Field.Width);
        }
    }
}
