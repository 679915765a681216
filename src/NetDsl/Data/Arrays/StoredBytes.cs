namespace NetDsl.Data;

/// <summary>The bytes of a file that can be read anywhere, where they lie or unpacked in memory; by one thread at a time.</summary>
internal abstract class StoredBytes : IDisposable
{
    private protected StoredBytes(string path, long length)
    {
        this.Path = path;
        this.Length = length;
    }

    /// <summary>The file, for errors to name it.</summary>
    public string Path { get; }

    /// <summary>The number of bytes; those that a packed file unpacks to.</summary>
    public long Length { get; }

    /// <summary>Whether the bytes had to be unpacked, so that all of them are in memory.</summary>
    public virtual bool IsInMemory => false;

    /// <summary>Opens a file; one that is packed with gzip is unpacked into memory.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">The packed file is broken, or unpacks to more than is believed.</exception>
    public static StoredBytes Open(string path) => Open(path, refuse: null);

    /// <summary>Opens a file to be read bit by bit; one that is packed with gzip is refused.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">The file is packed.</exception>
    public static StoredBytes OpenUnpacked(string path) => Open(
        path,
        () => DataFormatException.InFile(
            path,
            "the file is packed with gzip, so that rows in its middle cannot be read alone. Unpack it first (gunzip), or read it as a whole."));

    /// <summary>Reads bytes.</summary>
    /// <param name="offset">Where they begin.</param>
    /// <param name="bytes">Where to.</param>
    /// <exception cref="DataFormatException">The file ends before them.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void Read(long offset, Span<byte> bytes)
    {
        if (offset < 0 || bytes.Length > this.Length - offset)
        {
            throw this.CutOff(offset);
        }

        this.ReadInside(offset, bytes);
    }

    /// <summary>The error for a file that ends too early.</summary>
    /// <param name="offset">The place that could not be read.</param>
    public DataFormatException CutOff(long offset) => DataFormatException.InFile(
        this.Path, FormattableString.Invariant($"the file ends before its content: byte {offset} and those after it were expected. It is cut off."));

    /// <inheritdoc/>
    public void Dispose()
    {
        this.Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads bytes that are there.</summary>
    protected internal abstract void ReadInside(long offset, Span<byte> bytes);

    /// <summary>Closes the file.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }

    private static StoredBytes Open(string path, Func<DataFormatException>? refuse)
    {
        FileBytes file = new(path);
        try
        {
            Span<byte> magic = stackalloc byte[2];
            if (file.Length < magic.Length)
            {
                return file;
            }

            file.Read(0, magic);
            if (magic is not [0x1F, 0x8B])
            {
                return file;
            }
        }
        catch
        {
            file.Dispose();
            throw;
        }

        file.Dispose();
        return refuse is null ? UnpackedBytes.OfGzip(path) : throw refuse();
    }
}
