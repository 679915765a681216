namespace NetDsl.Data.Hdf5.Format;

/// <summary>The index of the chunks of a dataset that cannot grow (HDF5 File Format Specification 3.0, section VII.C).</summary>
internal static class FixedArray
{
    private const string What = "a fixed array";

    /// <summary>Gives all entries of an array.</summary>
    /// <param name="source">The file.</param>
    /// <param name="address">The array's header.</param>
    /// <param name="entry">Takes an entry's number and its bytes.</param>
    public static void Walk(Hdf5Source source, long address, ArrayEntry entry)
    {
        byte[] block = source.ReadBlock(address, 8 + source.LengthSize + source.OffsetSize + sizeof(uint), What);
        source.CheckSum(block, What);
        ByteCursor cursor = new(source, block, What);
        cursor.Signature("FAHD"u8);
        cursor.Version(0, 0);
        cursor.Skip(1);
        int size = cursor.UInt8();
        int pageBits = cursor.UInt8();
        long count = cursor.Length();
        long data = cursor.Address();
        if (data == Hdf5Source.Undefined)
            return;

        if (size == 0 || pageBits > 31 || count > source.Length / size)
            throw cursor.Broken("its header makes no sense. The file is broken.");

        WalkBlock(source, data, size, count, 1L << pageBits, entry);
    }

    private static void WalkBlock(Hdf5Source source, long address, int size, long count, long pageEntries, ArrayEntry entry)
    {
        bool isPaged = count > pageEntries;
        long pages = isPaged ? (count + pageEntries - 1) / pageEntries : 0;
        long prefixLength = 6 + source.OffsetSize + ((pages + 7) / 8);
        byte[] block = source.ReadBlock(address, prefixLength + (isPaged ? 0 : count * size) + sizeof(uint), What);
        source.CheckSum(block, What);
        ByteCursor cursor = new(source, block, What);
        cursor.Signature("FADB"u8);
        cursor.Version(0, 0);
        cursor.Skip(1 + source.OffsetSize);
        ReadOnlySpan<byte> used = cursor.Take((pages + 7) / 8);
        if (!isPaged)
        {
            ArrayPages.Give(cursor.Take(count * size), size, 0, entry);
            return;
        }

        ArrayPages paged = new(source, What, size, pageEntries, entry);
        for (long page = 0; page < pages; page++)
        {
            if (ArrayPages.IsUsed(used, page))
                paged.Read(address + block.Length, page, page * pageEntries, Math.Min(pageEntries, count - (page * pageEntries)));
        }
    }
}
