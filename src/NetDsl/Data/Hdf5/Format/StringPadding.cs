namespace NetDsl.Data.Hdf5.Format;

/// <summary>How a text of fixed length ends (HDF5 File Format Specification 3.0, section IV.A.2.d, class 3).</summary>
internal enum StringPadding
{
    /// <summary>At the first zero.</summary>
    NullTerminated = 0,

    /// <summary>Before the zeros at its end.</summary>
    NullPadded = 1,

    /// <summary>Before the spaces at its end, as in Fortran.</summary>
    SpacePadded = 2,
}
