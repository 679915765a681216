using NetDsl.Data.Hdf5;

namespace NetDsl.Tests.Data.Hdf5;

/// <summary>The library that HDF5 files are written with, which not every machine has.</summary>
internal static class Hdf5Library
{
    /// <summary>Skips a test that writes HDF5 files where they cannot be written.</summary>
    public static void Need()
    {
        try
        {
            using Lock.Scope scope = LibHdf5.Enter();
        }
        catch (DllNotFoundException error)
        {
            Assert.Skip(error.Message);
        }
    }
}
