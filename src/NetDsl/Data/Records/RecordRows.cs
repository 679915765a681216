namespace NetDsl.Data;

/// <summary>Some rows of a table of records.</summary>
/// <param name="bytes">Their bytes.</param>
/// <param name="size">The bytes of a row.</param>
/// <param name="first">The number of the first in the table, for errors.</param>
internal readonly ref struct RecordRows(ReadOnlySpan<byte> bytes, int size, long first)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>The number of rows.</summary>
    public int Count => this.bytes.Length / size;

    /// <summary>The number of the first row in the table.</summary>
    public long First => first;

    /// <summary>A cell.</summary>
    /// <param name="row">The row, counted from the first here.</param>
    /// <param name="offset">Where the cell begins in a row.</param>
    /// <param name="length">Its bytes.</param>
    public ReadOnlySpan<byte> Cell(int row, int offset, int length) => this.bytes.Slice((row * size) + offset, length);

    /// <summary>Copies the cells of a column one behind the other.</summary>
    /// <param name="offset">Where the cell begins in a row.</param>
    /// <param name="length">Its bytes.</param>
    /// <param name="destination">Where to.</param>
    public void Gather(int offset, int length, Span<byte> destination)
    {
        if (length == size)
        {
            this.bytes.CopyTo(destination);
            return;
        }

        ReadOnlySpan<byte> source = this.bytes[offset..];
        for (int done = 0; done < destination.Length; done += length)
        {
            source[..length].CopyTo(destination[done..]);
            source = source[Math.Min(size, source.Length)..];
        }
    }
}
