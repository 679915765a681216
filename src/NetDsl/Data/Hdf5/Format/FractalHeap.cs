using System.Numerics;

namespace NetDsl.Data.Hdf5.Format;

/// <summary>
/// The store of dense links and attributes: blocks whose sizes double from row to row of a table
/// (HDF5 File Format Specification 3.0, section III.G).
/// </summary>
internal sealed class FractalHeap
{
    private const string What = "a fractal heap";

    // The type of the B-tree that finds objects which are too large for the heap.
    private const int HugeIndex = 1;

    private readonly Hdf5Source source;
    private readonly int idLength;
    private readonly bool hasSums;
    private readonly long largestObject;
    private readonly long hugeTree;
    private readonly int width;
    private readonly long firstSize;
    private readonly long largestDirect;
    private readonly int offsetSize;
    private readonly int lengthSize;
    private readonly long root;
    private readonly int rootRows;
    private readonly Dictionary<long, byte[]> indirectBlocks = [];
    private Dictionary<ulong, (long Address, long Length)>? huge;
    private (long Address, byte[] Block) last = (Hdf5Source.Undefined, []);

    /// <summary>Reads the heap's header.</summary>
    public FractalHeap(Hdf5Source source, long address)
    {
        this.source = source;
        int o = source.OffsetSize;
        int l = source.LengthSize;
        byte[] block = source.ReadBlock(address, 4 + 1 + 2 + 2 + 1 + 4 + (12 * l) + (3 * o) + 2 + 2 + 2 + 2 + 4, What);
        ByteCursor cursor = new(source, block, What);
        cursor.Signature("FRHP"u8);
        cursor.Version(0, 0);
        this.idLength = cursor.UInt16();
        int filterLength = cursor.UInt16();
        this.hasSums = (cursor.UInt8() & 2) != 0;
        this.largestObject = cursor.UInt32();
        cursor.Skip(l);
        this.hugeTree = cursor.Address();
        cursor.Skip(l + o + (8 * l));
        this.width = cursor.UInt16();
        this.firstSize = cursor.Length();
        this.largestDirect = cursor.Length();
        int bits = cursor.UInt16();
        cursor.Skip(2);
        this.root = cursor.Address();
        this.rootRows = cursor.UInt16();
        if (filterLength != 0)
            throw cursor.Broken("its blocks are packed, which is not read. Write the file anew with h5repack.");

        source.CheckSum(block, What);
        if (!BitOperations.IsPow2(this.width) || !BitOperations.IsPow2(this.firstSize) || !BitOperations.IsPow2(this.largestDirect)
            || this.largestDirect < this.firstSize || this.largestDirect > uint.MaxValue || bits is 0 or > 63 || this.idLength < 2)
        {
            throw cursor.Broken("its table of blocks makes no sense. The file is broken.");
        }

        this.offsetSize = (bits + 7) / 8;
        this.lengthSize = Math.Min(
            (BitOperations.Log2((ulong)this.largestDirect) + 7) / 8, (BitOperations.Log2((ulong)Math.Max(1, this.largestObject)) / 8) + 1);
    }

    private int DirectRows => BitOperations.Log2((ulong)this.largestDirect) - BitOperations.Log2((ulong)this.firstSize) + 2;

    /// <summary>The bytes of an object.</summary>
    /// <param name="id">The object's place, as a record of an index says it.</param>
    public ReadOnlySpan<byte> Read(ReadOnlySpan<byte> id)
    {
        ByteCursor cursor = new(this.source, id[..Math.Min(id.Length, this.idLength)], What);
        int first = cursor.UInt8();
        if (first >> 6 != 0)
            throw cursor.Broken("an object's place is of an unknown version. The file is broken.");

        switch (first >> 4 & 3)
        {
            case 0:
                long offset = cursor.Number(this.offsetSize);
                return this.ReadManaged(offset, cursor.Number(this.lengthSize));
            case 1:
                return this.ReadHuge(ref cursor);
            case 2:
                // Tiny objects lie in their own id; long ids take another byte for the length.
                int length = this.idLength - 1 > 16 ? ((first & 15) << 8) + cursor.UInt8() : first & 15;
                return cursor.Take(length + 1);
            default:
                throw cursor.Broken("an object is of an unknown kind. The file is broken.");
        }
    }

    private ReadOnlySpan<byte> ReadManaged(long offset, long length)
    {
        (long address, long start, long size) = this.FindBlock(offset);
        if (address == Hdf5Source.Undefined)
            throw this.source.Broken("an object of a fractal heap lies in a block that is missing. The file is broken.");

        if (this.last.Address != address)
        {
            byte[] block = this.source.ReadBlock(address, size, What);
            ByteCursor cursor = new(this.source, block, What);
            cursor.Signature("FHDB"u8);
            cursor.Version(0, 0);
            if (this.hasSums)
                this.CheckDirectBlock(block);

            this.last = (address, block);
        }

        ByteCursor content = new(this.source, this.last.Block, What);
        content.Skip(offset - start);
        return content.Take(length);
    }

    // The sum lies in the middle of the block and counts as zero.
    private void CheckDirectBlock(byte[] block)
    {
        int place = 5 + this.source.OffsetSize + this.offsetSize;
        if (!this.source.VerifiesChecksums)
            return;

        ByteCursor cursor = new(this.source, block, What);
        cursor.Skip(place);
        long sum = cursor.UInt32();
        byte[] copy = [.. block];
        copy.AsSpan(place, sizeof(uint)).Clear();
        if (Lookup3.Sum(copy) != sum)
            throw cursor.Broken("the check sum of a block is wrong. The file is broken.");
    }

    // Goes down from the root block to the direct block that holds an offset.
    private (long Address, long Start, long Size) FindBlock(long offset)
    {
        if (this.rootRows == 0)
            return (this.root, 0, this.firstSize);

        long address = this.root;
        int rows = this.rootRows;
        long start = 0;
        while (true)
        {
            int row = this.RowOf(offset - start);
            long size = this.SizeOf(row);
            if (row >= rows || address == Hdf5Source.Undefined)
                throw this.source.Broken("an object of a fractal heap lies outside of it. The file is broken.");

            long column = (offset - start - this.StartOf(row)) / size;
            start += this.StartOf(row) + (column * size);
            address = this.Child(address, rows, ((long)row * this.width) + column);
            if (row < this.DirectRows)
                return (address, start, size);

            // Each level down is smaller by at least one row, so that this ends.
            int below = BitOperations.Log2((ulong)size) - BitOperations.Log2((ulong)(this.firstSize * this.width)) + 1;
            if (below >= row || below < 1)
                throw this.source.Broken("the table of a fractal heap makes no sense. The file is broken.");

            rows = below;
        }
    }

    private int RowOf(long offset)
    {
        long firstRow = this.firstSize * this.width;
        return offset < firstRow ? 0 : BitOperations.Log2((ulong)(offset / firstRow)) + 1;
    }

    private long SizeOf(int row) => row == 0 ? this.firstSize : this.firstSize << (row - 1);

    private long StartOf(int row) => row == 0 ? 0 : (this.firstSize * this.width) << (row - 1);

    // Blocks of addresses: first those of direct blocks, then those of further blocks of addresses.
    private long Child(long address, int rows, long number)
    {
        int prefix = 5 + this.source.OffsetSize + this.offsetSize;
        if (!this.indirectBlocks.TryGetValue(address, out byte[]? block))
        {
            block = this.source.ReadBlock(address, prefix + ((long)rows * this.width * this.source.OffsetSize) + sizeof(uint), What);
            ByteCursor check = new(this.source, block, What);
            check.Signature("FHIB"u8);
            check.Version(0, 0);
            this.source.CheckSum(block, What);
            this.indirectBlocks.Add(address, block);
        }

        ByteCursor cursor = new(this.source, block, What);
        cursor.Skip(prefix + (number * this.source.OffsetSize));
        return cursor.Address();
    }

    private byte[] ReadHuge(ref ByteCursor cursor)
    {
        // Where an id is long enough it says the place itself.
        if (this.idLength - 1 >= this.source.OffsetSize + this.source.LengthSize)
        {
            long address = cursor.Address();
            return this.source.ReadBlock(address, cursor.Length(), What);
        }

        ulong number = cursor.Unsigned(Math.Min(this.source.LengthSize, this.idLength - 1));
        this.huge ??= this.ReadHugeIndex();
        return this.huge.TryGetValue(number, out (long Address, long Length) place)
            ? this.source.ReadBlock(place.Address, place.Length, What)
            : throw cursor.Broken("a large object is not in its index. The file is broken.");
    }

    private Dictionary<ulong, (long Address, long Length)> ReadHugeIndex()
    {
        Dictionary<ulong, (long Address, long Length)> index = [];
        if (this.hugeTree != Hdf5Source.Undefined)
        {
            BTree2.Walk(this.source, this.hugeTree, HugeIndex, record =>
            {
                ByteCursor cursor = new(this.source, record, What);
                long address = cursor.Address();
                long length = cursor.Length();
                index[cursor.Unsigned(this.source.LengthSize)] = (address, length);
            });
        }

        return index;
    }
}
