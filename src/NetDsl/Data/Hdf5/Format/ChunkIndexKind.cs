namespace NetDsl.Data.Hdf5.Format;

/// <summary>How chunks are found; the numbers are those of version 4 of the layout message.</summary>
internal enum ChunkIndexKind
{
    /// <summary>By a B-tree of version 1: layouts before version 4.</summary>
    BTree1 = 0,

    /// <summary>There is one chunk.</summary>
    Single = 1,

    /// <summary>All chunks lie one behind the other.</summary>
    Implicit = 2,

    /// <summary>By a fixed array.</summary>
    FixedArray = 3,

    /// <summary>By an extensible array.</summary>
    ExtensibleArray = 4,

    /// <summary>By a B-tree of version 2.</summary>
    BTree2 = 5,
}
