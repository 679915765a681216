using System.Numerics;

namespace NetDsl.Data.Hdf5.Format;

/// <summary>The index of the chunks of a dataset that grows along one extent (HDF5 File Format Specification 3.0, section VII.D).</summary>
internal sealed class ExtensibleArray
{
    private const string What = "an extensible array";

    private readonly Hdf5Source source;
    private readonly ArrayEntry entry;
    private readonly int entrySize;
    private readonly int bits;
    private readonly int firstEntries;
    private readonly int leastEntries;
    private readonly int leastPointers;
    private readonly long pageEntries;
    private readonly long used;
    private readonly long indexBlock;

    private ExtensibleArray(Hdf5Source source, long address, ArrayEntry entry)
    {
        this.source = source;
        this.entry = entry;
        byte[] block = source.ReadBlock(address, 12 + (6 * source.LengthSize) + source.OffsetSize + sizeof(uint), What);
        source.CheckSum(block, What);
        ByteCursor cursor = new(source, block, What);
        cursor.Signature("EAHD"u8);
        cursor.Version(0, 0);
        cursor.Skip(1);
        this.entrySize = cursor.UInt8();
        this.bits = cursor.UInt8();
        this.firstEntries = cursor.UInt8();
        this.leastEntries = cursor.UInt8();
        this.leastPointers = cursor.UInt8();
        int pageBits = cursor.UInt8();
        cursor.Skip(4 * source.LengthSize);
        this.used = cursor.Length();
        cursor.Skip(source.LengthSize);
        this.indexBlock = cursor.Address();
        this.pageEntries = 1L << Math.Min(pageBits, 31);
        if (this.entrySize == 0 || this.bits is 0 or > 62 || pageBits > 31 || !BitOperations.IsPow2(this.leastEntries)
            || !BitOperations.IsPow2(this.leastPointers) || this.bits < BitOperations.Log2((uint)this.leastEntries))
        {
            throw cursor.Broken("its header makes no sense. The file is broken.");
        }
    }

    // The bytes of an entry's number.
    private int NumberSize => (this.bits + 7) / 8;

    /// <summary>Gives all entries of an array.</summary>
    /// <param name="source">The file.</param>
    /// <param name="address">The array's header.</param>
    /// <param name="entry">Takes an entry's number and its bytes.</param>
    public static void Walk(Hdf5Source source, long address, ArrayEntry entry) => new ExtensibleArray(source, address, entry).Walk();

    // The index block holds the first entries, the addresses of the first blocks, and those of blocks of addresses.
    private void Walk()
    {
        if (this.indexBlock == Hdf5Source.Undefined)
            return;

        int directLevels = 2 * BitOperations.Log2((uint)this.leastPointers);
        int directBlocks = 2 * (this.leastPointers - 1);
        int levels = 1 + this.bits - BitOperations.Log2((uint)this.leastEntries);
        int addresses = directBlocks + Math.Max(0, levels - directLevels);
        byte[] block = this.source.ReadBlock(
            this.indexBlock, 6 + this.source.OffsetSize + (this.firstEntries * this.entrySize) + (addresses * this.source.OffsetSize) + 4L, What);
        this.source.CheckSum(block, What);
        ByteCursor cursor = new(this.source, block, What);
        cursor.Signature("EAIB"u8);
        cursor.Version(0, 0);
        cursor.Skip(1 + this.source.OffsetSize);
        ArrayPages.Give(cursor.Take(this.firstEntries * this.entrySize), this.entrySize, 0, this.entry);
        long first = this.firstEntries;
        for (int level = 0; level < levels && first < this.used; level++)
        {
            long blocks = 1L << (level / 2);
            long entries = this.EntriesOf(level);
            if (level < directLevels)
            {
                for (long i = 0; i < blocks; i++)
                    this.WalkDataBlock(cursor.Address(), first + (i * entries), entries);
            }
            else
            {
                this.WalkSecondaryBlock(cursor.Address(), level, first);
            }

            first += blocks * entries;
        }
    }

    // The entries of each data block of a level.
    private long EntriesOf(int level) => (long)this.leastEntries << ((level + 1) / 2);

    private void WalkSecondaryBlock(long address, int level, long first)
    {
        if (address == Hdf5Source.Undefined)
            return;

        long blocks = 1L << (level / 2);
        long entries = this.EntriesOf(level);
        long pages = entries > this.pageEntries ? entries / this.pageEntries : 0;
        long bitBytes = blocks * ((pages + 7) / 8);
        this.source.Check(address, blocks, What);
        byte[] block = this.source.ReadBlock(
            address, 6 + this.source.OffsetSize + this.NumberSize + bitBytes + (blocks * this.source.OffsetSize) + 4, What);
        this.source.CheckSum(block, What);
        ByteCursor cursor = new(this.source, block, What);
        cursor.Signature("EASB"u8);
        cursor.Version(0, 0);
        cursor.Skip(1 + this.source.OffsetSize + this.NumberSize);
        ReadOnlySpan<byte> bits = cursor.Take(bitBytes);
        for (long i = 0; i < blocks && first + (i * entries) < this.used; i++)
        {
            long data = cursor.Address();
            if (pages == 0)
                this.WalkDataBlock(data, first + (i * entries), entries);
            else if (data != Hdf5Source.Undefined)
                this.WalkPages(data, bits, i * pages, pages, first + (i * entries));
        }
    }

    private void WalkPages(long address, ReadOnlySpan<byte> bits, long firstBit, long pages, long first)
    {
        ArrayPages paged = new(this.source, What, this.entrySize, this.pageEntries, this.entry);
        long start = address + 6 + this.source.OffsetSize + this.NumberSize + sizeof(uint);
        for (long page = 0; page < pages; page++)
        {
            if (ArrayPages.IsUsed(bits, firstBit + page))
                paged.Read(start, page, first + (page * this.pageEntries), this.pageEntries);
        }
    }

    private void WalkDataBlock(long address, long first, long entries)
    {
        if (address == Hdf5Source.Undefined)
            return;

        int prefixLength = 6 + this.source.OffsetSize + this.NumberSize;
        this.source.Check(address, entries, What);
        byte[] block = this.source.ReadBlock(address, prefixLength + (entries * this.entrySize) + sizeof(uint), What);
        this.source.CheckSum(block, What);
        ByteCursor cursor = new(this.source, block, What);
        cursor.Signature("EADB"u8);
        cursor.Version(0, 0);
        cursor.Skip(prefixLength - cursor.Position);
        ArrayPages.Give(cursor.Take(entries * this.entrySize), this.entrySize, first, this.entry);
    }
}
