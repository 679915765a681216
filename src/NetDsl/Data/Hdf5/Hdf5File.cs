using NetDsl.Data.Hdf5.Format;

namespace NetDsl.Data.Hdf5;

/// <summary>
/// An HDF5 file that is read: what h5py, pandas, PyTables, netCDF-4 and MATLAB 7.3 write. Nothing but its structure is held in memory.
/// Everything below one file may be used by several threads at once, and other processes may hold the file open.
/// </summary>
public sealed class Hdf5File : IDisposable
{
    private Hdf5File(Hdf5Source source)
    {
        this.Source = source;
        this.Root = new Hdf5Group(this, ObjectHeader.Read(source, source.RootAddress), "/");
    }

    /// <summary>The file's path.</summary>
    public string Path => this.Source.Path;

    /// <summary>The group that holds all others.</summary>
    public Hdf5Group Root { get; }

    /// <summary>The bytes of the file.</summary>
    internal Hdf5Source Source { get; }

    /// <summary>Whether a file begins as HDF5 files do, at once or behind another program's block of 512 bytes or a power of two times as many.</summary>
    /// <param name="path">The file. Other processes may hold it open.</param>
    public static bool IsHdf5(string path)
    {
        ReadOnlySpan<byte> signature = [0x89, (byte)'H', (byte)'D', (byte)'F', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> start = stackalloc byte[signature.Length];
        for (long place = 0; place + signature.Length <= file.Length; place = place == 0 ? 512 : 2 * place)
        {
            file.Position = place;
            if (file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(signature))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">It is no HDF5 file, it is cut off, or its beginning is broken.</exception>
    public static Hdf5File Open(string path) => Open(path, verifyChecksums: true);

    /// <summary>Finds a group, a dataset or a named type.</summary>
    /// <param name="path">"/group/name"; the first slash may be missing.</param>
    /// <exception cref="DataFormatException">There is none; the message lists what there is.</exception>
    public Hdf5Object Find(string path) => this.Root.Find(path);

    /// <summary>Finds a dataset.</summary>
    /// <param name="path">"/group/name"; the first slash may be missing.</param>
    /// <exception cref="DataFormatException">There is none, or it is a group; the message lists what there is.</exception>
    public Hdf5Dataset FindDataset(string path) => this.Root.FindDataset(path);

    /// <inheritdoc/>
    public void Dispose() => this.Source.Dispose();

    /// <summary>Reads the object at an address.</summary>
    /// <param name="address">That of its header.</param>
    /// <param name="path">How it was found.</param>
    internal Hdf5Object Load(long address, string path)
    {
        ObjectHeader header = ObjectHeader.Read(this.Source, address);
        return LinkReader.IsGroup(header) ? new Hdf5Group(this, header, path)
            : header.Has(MessageType.Layout) ? new Hdf5Dataset(this, header, path)
            : header.Has(MessageType.Datatype) ? new Hdf5NamedType(this, header, path)
            : throw this.Source.Broken($"'{path}' is neither a group nor a dataset nor a type. The file is broken.");
    }

    /// <summary>Opens a file; tests read on behind broken check sums.</summary>
    /// <param name="path">The file.</param>
    /// <param name="verifyChecksums">Whether a wrong check sum is an error.</param>
    internal static Hdf5File Open(string path, bool verifyChecksums)
    {
        Hdf5Source source = Hdf5Source.Open(path, verifyChecksums);
        try
        {
            return new Hdf5File(source);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }
}
