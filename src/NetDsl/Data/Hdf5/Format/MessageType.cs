namespace NetDsl.Data.Hdf5.Format;

/// <summary>The messages of object headers that are read (HDF5 File Format Specification 3.0, section IV.A.2).</summary>
internal enum MessageType
{
    /// <summary>The shape of a dataset.</summary>
    Dataspace = 0x01,

    /// <summary>Where a group's dense links are.</summary>
    LinkInfo = 0x02,

    /// <summary>The type of an element.</summary>
    Datatype = 0x03,

    /// <summary>The value of what was never written, in old files.</summary>
    OldFillValue = 0x04,

    /// <summary>The value of what was never written.</summary>
    FillValue = 0x05,

    /// <summary>A name in a group.</summary>
    Link = 0x06,

    /// <summary>Parts of a dataset's values that lie in other files.</summary>
    ExternalFiles = 0x07,

    /// <summary>Where a dataset's values are.</summary>
    Layout = 0x08,

    /// <summary>The filters of chunks.</summary>
    FilterPipeline = 0x0B,

    /// <summary>An attribute.</summary>
    Attribute = 0x0C,

    /// <summary>More messages somewhere else.</summary>
    Continuation = 0x10,

    /// <summary>Where the names of a group of the old kind are.</summary>
    SymbolTable = 0x11,

    /// <summary>Where dense attributes are.</summary>
    AttributeInfo = 0x15,
}
