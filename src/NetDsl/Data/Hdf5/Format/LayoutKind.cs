namespace NetDsl.Data.Hdf5.Format;

/// <summary>Where a dataset's values lie.</summary>
internal enum LayoutKind
{
    /// <summary>In the object's header.</summary>
    Compact = 0,

    /// <summary>In one block.</summary>
    Contiguous = 1,

    /// <summary>In chunks.</summary>
    Chunked = 2,

    /// <summary>In other datasets.</summary>
    Virtual = 3,

    /// <summary>In other files.</summary>
    External = 4,
}
