namespace NetDsl.Data.Hdf5.Storage;

/// <summary>The numbers that are read.</summary>
internal enum NumberKind
{
    /// <summary>Signed, 1 byte.</summary>
    Int8,

    /// <summary>Unsigned, 1 byte.</summary>
    UInt8,

    /// <summary>Signed, 2 bytes.</summary>
    Int16,

    /// <summary>Unsigned, 2 bytes.</summary>
    UInt16,

    /// <summary>Signed, 4 bytes.</summary>
    Int32,

    /// <summary>Unsigned, 4 bytes.</summary>
    UInt32,

    /// <summary>Signed, 8 bytes.</summary>
    Int64,

    /// <summary>Unsigned, 8 bytes.</summary>
    UInt64,

    /// <summary>Floating-point, 2 bytes.</summary>
    Half,

    /// <summary>Floating-point, 4 bytes.</summary>
    Single,

    /// <summary>Floating-point, 8 bytes.</summary>
    Double,
}
