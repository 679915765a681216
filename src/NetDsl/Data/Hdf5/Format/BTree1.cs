namespace NetDsl.Data.Hdf5.Format;

/// <summary>Walks B-trees of version 1 (HDF5 File Format Specification 3.0, section III.A.1).</summary>
internal sealed class BTree1
{
    private const string What = "a B-tree";

    private readonly Hdf5Source source;
    private readonly int nodeType;
    private readonly int keySize;
    private readonly Leaf leaf;
    private readonly HashSet<long> seen = [];

    private BTree1(Hdf5Source source, int nodeType, int keySize, Leaf leaf)
    {
        this.source = source;
        this.nodeType = nodeType;
        this.keySize = keySize;
        this.leaf = leaf;
    }

    /// <summary>Takes what the tree leads to.</summary>
    /// <param name="key">The key at its left.</param>
    /// <param name="address">Where it lies.</param>
    public delegate void Leaf(ReadOnlySpan<byte> key, long address);

    /// <summary>Walks the tree of a group, whose leaves are nodes of symbols.</summary>
    public static void WalkGroup(Hdf5Source source, long root, Leaf leaf) => new BTree1(source, 0, source.LengthSize, leaf).Walk(root, null);

    /// <summary>Walks the tree of a dataset's chunks: key = stored bytes, filter mask, the first element in each extent, 0.</summary>
    public static void WalkChunks(Hdf5Source source, long root, int rank, Leaf leaf) =>
        new BTree1(source, 1, 8 + (8 * (rank + 1)), leaf).Walk(root, null);

    // Levels go down by one, so that the walk is no deeper than the 255 that a byte can say.
    private void Walk(long address, int? expectedLevel)
    {
        if (!this.seen.Add(address))
            throw this.source.Broken("a B-tree leads to the same node twice. The file is broken.");

        int prefixLength = 8 + (2 * this.source.OffsetSize);
        ByteCursor cursor = new(this.source, this.source.ReadBlock(address, prefixLength, What), What);
        cursor.Signature("TREE"u8);
        int type = cursor.UInt8();
        int level = cursor.UInt8();
        int count = cursor.UInt16();
        if (type != this.nodeType || (expectedLevel is { } expected && expected != level))
            throw cursor.Broken("a node is of the wrong kind or level. The file is broken.");

        byte[] block = this.source.ReadBlock(address + prefixLength, count * (this.keySize + (long)this.source.OffsetSize), What);
        ByteCursor entries = new(this.source, block, What);
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> key = entries.Take(this.keySize);
            long child = entries.Address();
            if (level > 0)
                this.Walk(child, level - 1);
            else
                this.leaf(key, child);
        }
    }
}
