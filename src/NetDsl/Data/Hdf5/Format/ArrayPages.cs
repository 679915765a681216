namespace NetDsl.Data.Hdf5.Format;

/// <summary>Takes an entry of an index of chunks.</summary>
/// <param name="number">Its place in the index.</param>
/// <param name="bytes">Its bytes.</param>
internal delegate void ArrayEntry(long number, ReadOnlySpan<byte> bytes);

/// <summary>Pages of entries, each with its check sum: the way long blocks of both kinds of arrays are kept.</summary>
internal readonly struct ArrayPages
{
    private readonly Hdf5Source source;
    private readonly string what;
    private readonly int entrySize;
    private readonly long pageEntries;
    private readonly ArrayEntry entry;

    /// <summary>Sets out how pages look.</summary>
    public ArrayPages(Hdf5Source source, string what, int entrySize, long pageEntries, ArrayEntry entry)
    {
        this.source = source;
        this.what = what;
        this.entrySize = entrySize;
        this.pageEntries = pageEntries;
        this.entry = entry;
    }

    /// <summary>Whether a page was ever written.</summary>
    public static bool IsUsed(ReadOnlySpan<byte> bits, long page) => (bits[(int)(page / 8)] & (0x80 >> (int)(page % 8))) != 0;

    /// <summary>Gives the entries of a block.</summary>
    public static void Give(ReadOnlySpan<byte> entries, int size, long first, ArrayEntry entry)
    {
        for (int i = 0; i < entries.Length / size; i++)
            entry(first + i, entries.Slice(i * size, size));
    }

    /// <summary>Reads a page.</summary>
    /// <param name="start">The first byte of the first page.</param>
    /// <param name="page">Which of the pages there.</param>
    /// <param name="first">The number of its first entry.</param>
    /// <param name="count">Its entries; the last page may be shorter.</param>
    public void Read(long start, long page, long first, long count)
    {
        byte[] block = this.source.ReadBlock(
            start + (page * ((this.pageEntries * this.entrySize) + sizeof(uint))), (count * this.entrySize) + sizeof(uint), this.what);
        this.source.CheckSum(block, this.what);
        Give(block.AsSpan(..^sizeof(uint)), this.entrySize, first, this.entry);
    }
}
