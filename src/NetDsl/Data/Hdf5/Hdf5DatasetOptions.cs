namespace NetDsl.Data.Hdf5;

/// <summary>How a data set is laid out in an HDF5 file that is written: in chunks of whole rows.</summary>
public sealed record Hdf5DatasetOptions
{
    /// <summary>The bytes that a chunk is given where nobody says how many rows it has: enough to read at the disk's speed.</summary>
    internal const int UsualChunkBytes = 1 << 20;

    /// <summary>The rows of a chunk, at least 1; null for about a megabyte. Whoever reads one of its rows reads them all.</summary>
    public int? ChunkRows { get; init; }

    /// <summary>How hard the chunks are packed: from 1, fast, to 9, small; 0 for not at all.</summary>
    public int Deflate { get; init; }

    /// <summary>
    /// Whether the first bytes of all numbers of a chunk are put together, then the second ones, and so on, before they are packed: numbers
    /// that are alike then take less room. It does nothing without <see cref="Deflate"/>.
    /// </summary>
    public bool Shuffle { get; init; } = true;

    /// <summary>How many rows there will be, where it is known: a chunk has no more. There may be more or fewer all the same.</summary>
    public long? ExpectedRows { get; init; }

    /// <summary>The rows of a chunk.</summary>
    /// <param name="rowBytes">The bytes of a row.</param>
    /// <exception cref="ArgumentException">A number is out of its range, or a chunk has 4 GB or more, which the format does not allow.</exception>
    internal int RowsOfChunk(long rowBytes)
    {
        if (this.Deflate is < 0 or > 9)
        {
            throw new ArgumentException($"Packing has the levels 0 to 9; {this.Deflate} is none.");
        }

        if (this.ChunkRows is < 1 || this.ExpectedRows is < 1)
        {
            throw new ArgumentException("A chunk has at least one row, and so have data; fewer were asked for.");
        }

        long rows = this.ChunkRows ?? Math.Clamp(UsualChunkBytes / rowBytes, 1, this.ExpectedRows ?? int.MaxValue);
        return rows * rowBytes <= uint.MaxValue
            ? (int)rows
            : throw new ArgumentException(
                $"A chunk of {rows} rows has {rows * rowBytes} bytes; HDF5 allows {uint.MaxValue}. Put fewer rows into a chunk.");
    }
}
