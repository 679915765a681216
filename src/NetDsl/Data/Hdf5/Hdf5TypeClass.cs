namespace NetDsl.Data.Hdf5;

/// <summary>The classes of HDF5's datatypes (HDF5 File Format Specification 3.0, section IV.A.2.d).</summary>
public enum Hdf5TypeClass
{
    /// <summary>Whole numbers of 1 to 8 bytes.</summary>
    Integer,

    /// <summary>Floating-point numbers.</summary>
    Float,

    /// <summary>A time, as PyTables' time columns are; listed, not read.</summary>
    Time,

    /// <summary>Text of fixed or variable length.</summary>
    String,

    /// <summary>Bits; read as unsigned numbers. PyTables keeps truth values so.</summary>
    Bitfield,

    /// <summary>Bytes without a meaning; each is read as a number.</summary>
    Opaque,

    /// <summary>Named fields: a row of a table.</summary>
    Compound,

    /// <summary>A pointer to another object or to a part of it; listed, not read.</summary>
    Reference,

    /// <summary>Numbers with names; read as numbers. h5py keeps truth values so.</summary>
    Enum,

    /// <summary>Sequences of variable length; listed, not read. Text of variable length is <see cref="String"/>.</summary>
    Sequence,

    /// <summary>Arrays of a fixed shape.</summary>
    Array,

    /// <summary>A class that came after the specification this was written for; listed, not read.</summary>
    Unknown,
}
