using System.Numerics;

namespace NetDsl.Data.Hdf5.Format;

/// <summary>Walks B-trees of version 2 (HDF5 File Format Specification 3.0, section III.A.2).</summary>
internal sealed class BTree2
{
    private const string What = "a B-tree of version 2";

    // A tree of this depth would have more records than there are bytes in any file.
    private const int DeepestTree = 40;

    // Signature, version, type and check sum.
    private const int NodeOverhead = 10;

    private readonly Hdf5Source source;
    private readonly Record record;
    private readonly HashSet<long> seen = [];
    private readonly int type;
    private readonly long nodeSize;
    private readonly int recordSize;
    private readonly int countSize;
    private readonly int[] totalSizes;

    private BTree2(Hdf5Source source, long address, int expectedType, Record record)
    {
        this.source = source;
        this.record = record;
        byte[] block = source.ReadBlock(address, 4 + 12 + source.OffsetSize + 2 + source.LengthSize + 4, What);
        source.CheckSum(block, What);
        ByteCursor cursor = new(source, block, What);
        cursor.Signature("BTHD"u8);
        cursor.Version(0, 0);
        this.type = cursor.UInt8();
        this.nodeSize = cursor.UInt32();
        this.recordSize = cursor.UInt16();
        int depth = cursor.UInt16();
        cursor.Skip(2);
        long root = cursor.Address();
        int rootCount = cursor.UInt16();
        if (this.type != expectedType || depth > DeepestTree || this.recordSize == 0 || this.nodeSize < NodeOverhead + this.recordSize)
            throw cursor.Broken("its header makes no sense. The file is broken.");

        (this.countSize, this.totalSizes) = this.Sizes(depth);
        if (root != Hdf5Source.Undefined)
            this.Walk(root, rootCount, depth);
    }

    /// <summary>Takes a record.</summary>
    public delegate void Record(ReadOnlySpan<byte> record);

    /// <summary>Gives all records of a tree in their order.</summary>
    /// <param name="source">The file.</param>
    /// <param name="address">The tree's header.</param>
    /// <param name="type">What its records must be (section III.A.2, "Version 2 B-tree, record types").</param>
    /// <param name="record">Takes them.</param>
    public static void Walk(Hdf5Source source, long address, int type, Record record) => _ = new BTree2(source, address, type, record);

    // The bytes of a node's number of records, and for each depth of all records below one, follow from what fits into nodes.
    private (int CountSize, int[] TotalSizes) Sizes(int depth)
    {
        long most = (this.nodeSize - NodeOverhead) / this.recordSize;
        int size = BytesFor(most);
        int[] totals = new int[depth + 1];
        UInt128 total = (ulong)most;
        for (int level = 1; level <= depth; level++)
        {
            int pointer = this.source.OffsetSize + size + totals[level - 1];
            most = Math.Max(0, this.nodeSize - NodeOverhead - pointer) / (this.recordSize + pointer);
            total = UInt128.Min(((total * (ulong)(most + 1)) + (ulong)most), long.MaxValue);
            totals[level] = BytesFor((long)total);
        }

        return (size, totals);
    }

    private static int BytesFor(long largest) => (BitOperations.Log2((ulong)Math.Max(largest, 1)) / 8) + 1;

    private void Walk(long address, int count, int depth)
    {
        if (!this.seen.Add(address))
            throw this.source.Broken("a B-tree leads to the same node twice. The file is broken.");

        int pointer = depth == 0 ? 0 : this.source.OffsetSize + this.countSize + this.totalSizes[depth - 1];
        long length = NodeOverhead + ((long)count * this.recordSize) + (pointer * (count + 1L));
        if (length > this.nodeSize)
            throw this.source.Broken("a node of a B-tree has more records than fit into it. The file is broken.");

        byte[] block = this.source.ReadBlock(address, length, What);
        this.source.CheckSum(block, What);
        ByteCursor cursor = new(this.source, block, What);
        cursor.Signature(depth == 0 ? "BTLF"u8 : "BTIN"u8);
        cursor.Version(0, 0);
        if (cursor.UInt8() != this.type)
            throw cursor.Broken("a node is of the wrong kind. The file is broken.");

        ReadOnlySpan<byte> records = cursor.Take((long)count * this.recordSize);
        for (int i = 0; i <= count; i++)
        {
            if (depth > 0)
            {
                long child = cursor.Address();
                int childCount = (int)Math.Min(cursor.Unsigned(this.countSize), int.MaxValue);
                cursor.Skip(this.totalSizes[depth - 1]);
                this.Walk(child, childCount, depth - 1);
            }

            if (i < count)
                this.record(records.Slice(i * this.recordSize, this.recordSize));
        }
    }
}
