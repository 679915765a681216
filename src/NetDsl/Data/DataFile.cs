namespace NetDsl.Data;

/// <summary>A file to read data from, unpacked on the way where it is packed with gzip.</summary>
internal sealed class DataFile : IDisposable
{
    private const int BufferSize = 1 << 16;

    // A deflate stream grows at most 1032-fold (zlib's technical details): two bits can stand for 258 bytes.
    private const long LargestExpansion = 1032;

    private readonly string path;
    private readonly Stream stream;

    /// <summary>Opens a file. Whether it is packed is seen from its first bytes, not from its name.</summary>
    /// <param name="path">The file.</param>
    public DataFile(string path)
    {
        this.path = path;
        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize, FileOptions.SequentialScan);
        try
        {
            bool packed = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
            file.Position = 0;
            this.LargestLength = packed ? file.Length * LargestExpansion : file.Length;
            this.stream = packed ? new WholeGzipStream(file) : file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The most bytes that can come out of the file: to refuse a header that promises more before memory is taken for it.</summary>
    public long LargestLength { get; }

    /// <summary>The bytes, as a text reader takes them.</summary>
    public Stream Stream => this.stream;

    /// <summary>Reads until the buffer is full or the file ends, and says how much was read.</summary>
    /// <param name="buffer">Where to.</param>
    /// <exception cref="DataFormatException">The packed file is broken.</exception>
    public int Read(Span<byte> buffer)
    {
        try
        {
            return this.stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException error)
        {
            throw this.BrokenPacking(error);
        }
    }

    /// <summary>The error for a packed file that cannot be unpacked.</summary>
    /// <param name="error">What the unpacking reported.</param>
    public DataFormatException BrokenPacking(InvalidDataException error) => DataFormatException.InFile(
        this.path, $"the gzip stream is broken ({error.Message.TrimEnd('.')}): fetch or pack the file again.", inner: error);

    /// <inheritdoc/>
    public void Dispose() => this.stream.Dispose();
}
