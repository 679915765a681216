using System.Buffers.Binary;

namespace NetDsl.Data;

/// <summary>The heap behind the rows of a binary table, where arrays of any length lie (FITS standard 4.0, section 7.3.5).</summary>
internal sealed class FitsHeap
{
    private const int BufferSize = 1 << 18;

    private readonly StoredBytes bytes;
    private readonly FitsPart part;
    private readonly bool isWide;
    private readonly int elementSize;
    private readonly long begin;
    private readonly long length;

    /// <param name="bytes">The file.</param>
    /// <param name="part">The table.</param>
    /// <param name="isWide">Whether a cell has two numbers of 64 bits, not of 32.</param>
    /// <param name="elementSize">The bytes of an element.</param>
    /// <exception cref="DataFormatException">The heap lies outside the data.</exception>
    public FitsHeap(StoredBytes bytes, FitsPart part, bool isWide, int elementSize)
    {
        this.bytes = bytes;
        this.part = part;
        this.isWide = isWide;
        this.elementSize = elementSize;
        long start = part.Header.Integer("THEAP") ?? part.Axes[0] * part.Axes[1];
        if (start < 0 || start > part.Length)
        {
            throw part.Header.Error(FormattableString.Invariant($"the heap begins at byte {start} of {part.Length} bytes of data."));
        }

        this.begin = part.Begin + start;
        this.length = part.Length - start;
    }

    /// <summary>The bytes of a cell, which says where its array lies.</summary>
    public int CellSize => this.isWide ? 2 * sizeof(long) : 2 * sizeof(int);

    /// <summary>Looks at all cells of a column.</summary>
    /// <param name="column">What the column is called.</param>
    /// <param name="offset">Where it begins in a row.</param>
    /// <exception cref="DataFormatException">An array lies outside the heap.</exception>
    public FitsHeapSurvey Survey(string column, int offset)
    {
        int size = (int)this.part.Axes[0];
        int together = (int)Math.Max(1, Math.Min(BufferSize / size, this.part.Axes[1]));
        byte[] buffer = new byte[(long)together * size];
        long? common = null;
        string? difference = null;
        Int128 total = 0;
        for (long first = 0; first < this.part.Axes[1]; first += together)
        {
            int rows = (int)Math.Min(together, this.part.Axes[1] - first);
            Span<byte> part = buffer.AsSpan(0, rows * size);
            this.bytes.Read(this.part.Begin + (first * size), part);
            RecordRows records = new(part, size, first);
            for (int row = 0; row < rows; row++)
            {
                (long count, _) = this.Find(records.Cell(row, offset, this.CellSize), column, first + row);
                common ??= count;
                total += count * this.elementSize;
                difference ??= count == common ? null : FormattableString.Invariant(
                    $"its array has {common} elements in row 0 and {count} in row {first + row}; a feature needs as many in each");
            }
        }

        // Many cells could point to the same place, so that a short file stands for a disk full of numbers.
        return new FitsHeapSurvey(difference is null ? common : null, difference, total > this.length);
    }

    /// <summary>Reads an array of a known length.</summary>
    /// <param name="cell">The cell, which was looked at when the table was opened.</param>
    /// <param name="column">What the column is called.</param>
    /// <param name="row">The row.</param>
    /// <param name="array">Where to.</param>
    public void Read(ReadOnlySpan<byte> cell, string column, long row, Span<byte> array)
    {
        (long count, long place) = this.Find(cell, column, row);
        if (count * this.elementSize != array.Length)
        {
            throw this.part.Header.Error(FormattableString.Invariant($"row {row} of column '{column}' has changed while it was read."), column);
        }

        this.bytes.Read(place, array);
    }

    /// <summary>The bytes of an array.</summary>
    /// <param name="cell">The cell, which was looked at when the table was opened.</param>
    /// <param name="column">What the column is called.</param>
    /// <param name="row">The row.</param>
    public int SizeOf(ReadOnlySpan<byte> cell, string column, long row) => checked((int)(this.Find(cell, column, row).Count * this.elementSize));

    private (long Count, long Place) Find(ReadOnlySpan<byte> cell, string column, long row)
    {
        long count = this.isWide ? BinaryPrimitives.ReadInt64BigEndian(cell) : BinaryPrimitives.ReadInt32BigEndian(cell);
        long place = this.isWide
            ? BinaryPrimitives.ReadInt64BigEndian(cell[sizeof(long)..])
            : BinaryPrimitives.ReadInt32BigEndian(cell[sizeof(int)..]);
        bool isSize = count >= 0 && place >= 0 && count <= int.MaxValue / this.elementSize;
        return isSize && (count == 0 || place <= this.length - (count * this.elementSize))
            ? (count, this.begin + place)
            : throw this.part.Header.Error(
                FormattableString.Invariant(
                    $"row {row} of column '{column}' has an array of {count} elements at byte {place} of the heap, which has {this.length} bytes."),
                column);
    }
}
