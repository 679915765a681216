namespace NetDsl.PowerShell;

/// <summary>What data can be written as.</summary>
public enum ExportFormat
{
    /// <summary>A table of text with commas.</summary>
    Csv,

    /// <summary>A table of text with tabs.</summary>
    Tsv,

    /// <summary>Arrays of NumPy, each in a file of its own.</summary>
    Npy,

    /// <summary>Arrays of NumPy in one file.</summary>
    Npz,

    /// <summary>Datasets of HDF5.</summary>
    Hdf5,
}
