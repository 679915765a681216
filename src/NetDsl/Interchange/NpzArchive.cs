using System.IO.Compression;
using NetDsl.Data;

namespace NetDsl.Interchange;

/// <summary>An open NPZ file: a zip file whose entries are NPY files.</summary>
internal sealed class NpzArchive : IDisposable
{
    private const string Extension = ".npy";
    private const int BufferSize = 1 << 16;

    private readonly StoredBytes bytes;
    private readonly Dictionary<string, ZipEntry> entries = new(StringComparer.Ordinal);
    private readonly long limit;
    private readonly bool isLimitGiven;
    private long unpacked;

    /// <param name="path">The file.</param>
    /// <param name="largestUnpackedSize">
    /// The most bytes that its packed arrays may unpack to together; null for four times its size and 64 MiB.
    /// </param>
    /// <exception cref="DataFormatException">It is no zip file, or two arrays have the same name.</exception>
    public NpzArchive(string path, long? largestUnpackedSize = null)
    {
        this.bytes = new FileBytes(path);
        try
        {
            this.limit = largestUnpackedSize ?? UnpackedBytes.DefaultLimit(this.bytes.Length);
            this.isLimitGiven = largestUnpackedSize is not null;
            foreach (ZipEntry entry in ZipDirectory.Read(this.bytes))
            {
                bool isArray = entry.Name.EndsWith(Extension, StringComparison.Ordinal);
                if (isArray && !this.entries.TryAdd(entry.Name[..^Extension.Length], entry))
                {
                    throw ZipDirectory.Broken(this.bytes, $"the array '{entry.Name}' is in it twice");
                }
            }
        }
        catch
        {
            this.bytes.Dispose();
            throw;
        }
    }

    /// <summary>The names of the arrays, in their order.</summary>
    public IReadOnlyCollection<string> Names => this.entries.Keys;

    /// <summary>The file.</summary>
    public StoredBytes Bytes => this.bytes;

    /// <inheritdoc/>
    public void Dispose() => this.bytes.Dispose();

    /// <summary>What the header of an array says, of which no more is read.</summary>
    public NpzArray Describe(string name)
    {
        ZipEntry entry = this.Find(name);
        bool isPacked = entry.Method == ZipEntry.Deflated;
        NpyHeader header = NpyContent.Read(isPacked ? this.StartOf(entry) : this.Part(entry)).Header;
        return new NpzArray(name, header.Type.Text, header.Shape, isPacked);
    }

    /// <summary>An array to be read as a whole, its check sum held against its bytes.</summary>
    /// <exception cref="DataFormatException">There is none of the name, or it is broken, or unpacks to more than the limit.</exception>
    public NpyContent Whole(string name)
    {
        ZipEntry entry = this.Find(name);
        StoredBytes array = entry.Method == ZipEntry.Deflated ? this.Unpack(entry) : this.Part(entry);
        uint sum = 0;
        byte[] buffer = new byte[BufferSize];
        for (long done = 0; done < array.Length; done += BufferSize)
        {
            Span<byte> part = buffer.AsSpan(0, (int)Math.Min(BufferSize, array.Length - done));
            array.Read(done, part);
            sum = Crc32.Append(sum, part);
        }

        return sum == entry.CheckSum
            ? NpyContent.Read(array)
            : throw ZipDirectory.Broken(this.bytes, $"the check sum of '{entry.Name}' is {sum:X8}, its directory says {entry.CheckSum:X8}");
    }

    /// <summary>An array whose rows are read where they lie.</summary>
    /// <exception cref="DataFormatException">There is none of the name, or it is packed.</exception>
    public NpyContent InPlace(string name)
    {
        ZipEntry entry = this.Find(name);
        return entry.Method == ZipEntry.Stored
            ? NpyContent.Read(this.Part(entry))
            : throw DataFormatException.InFile(
                this.bytes.Path,
                $"the array '{name}' is packed (savez_compressed), so that rows in its middle cannot be read alone. Save it with numpy.savez, or " +
                "read the file as a whole.");
    }

    private ZipEntry Find(string name)
    {
        if (!this.entries.TryGetValue(name, out ZipEntry? entry))
        {
            throw DataFormatException.InFile(this.bytes.Path, $"there is no array '{name}'. There are: {string.Join(", ", this.Names)}.");
        }

        return entry is { IsEncrypted: false, Method: ZipEntry.Stored or ZipEntry.Deflated }
            ? entry
            : throw DataFormatException.InFile(
                this.bytes.Path,
                $"the array '{name}' is {(entry.IsEncrypted ? "encrypted" : $"packed by method {entry.Method} of zip files")}; " +
                "stored arrays and deflated ones can be read, as NumPy writes them.");
    }

    /// <summary>What errors call an array: the file and what it is called in it.</summary>
    private string PathOf(ZipEntry entry) => $"{this.bytes.Path} ({entry.Name})";

    private PartOfBytes Part(ZipEntry entry) => new(this.bytes, ZipDirectory.Locate(this.bytes, entry), entry.PackedLength, this.PathOf(entry));

    private DeflateStream Packed(ZipEntry entry) => new(new StoredStream(this.Part(entry)), CompressionMode.Decompress);

    /// <summary>The first bytes of a packed array, of which no more is taken into memory.</summary>
    private StartOfBytes StartOf(ZipEntry entry)
    {
        using DeflateStream stream = this.Packed(entry);
        byte[] start = new byte[BufferSize];
        try
        {
            int read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            return new StartOfBytes(this.PathOf(entry), entry.Length, start.AsMemory(0, read));
        }
        catch (InvalidDataException error)
        {
            throw ZipDirectory.Broken(this.bytes, $"'{entry.Name}' cannot be unpacked ({error.Message.TrimEnd('.')})", error);
        }
    }

    private UnpackedBytes Unpack(ZipEntry entry)
    {
        long left = this.limit - this.unpacked;
        if (entry.Length > left)
        {
            string rule = this.isLimitGiven ? "what was allowed" : "four times the size of the file and 64 MiB, which is all that is believed";
            throw DataFormatException.InFile(
                this.bytes.Path,
                FormattableString.Invariant($"the arrays unpack to {this.unpacked + entry.Length} bytes or more; {this.limit} bytes are {rule}. ") +
                $"If that is right, allow more ({nameof(NpzOptions.LargestUnpackedSize)}), or save it with numpy.savez.");
        }

        using DeflateStream stream = this.Packed(entry);
        try
        {
            UnpackedBytes? array = UnpackedBytes.Of(this.PathOf(entry), stream, entry.Length);
            if (array is null || array.Length != entry.Length)
            {
                throw ZipDirectory.Broken(this.bytes, $"'{entry.Name}' does not unpack to the {entry.Length} bytes that its directory promises");
            }

            this.unpacked += array.Length;
            return array;
        }
        catch (InvalidDataException error)
        {
            throw ZipDirectory.Broken(this.bytes, $"'{entry.Name}' cannot be unpacked ({error.Message.TrimEnd('.')})", error);
        }
    }
}
