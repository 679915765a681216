using System.Runtime.InteropServices;

namespace NetDsl.Data;

/// <summary>
/// The bytes that a packed file unpacks to, in memory. Memory is taken as they arrive, so that a file that promises much and holds little costs
/// little; and a file that unpacks to more than <see cref="DefaultLimit"/> is refused, since a few bytes can stand for a disk full of zeros.
/// </summary>
internal sealed class UnpackedBytes : StoredBytes
{
    // Below what goes to the large objects.
    private const int ChunkSize = 1 << 16;

    private readonly List<byte[]> chunks;

    private UnpackedBytes(string path, List<byte[]> chunks, long length)
        : base(path, length) => this.chunks = chunks;

    public override bool IsInMemory => true;

    /// <summary>What a packed file may unpack to unless somebody says more: four times its size and 64 MiB.</summary>
    /// <param name="packed">The size of the packed file.</param>
    public static long DefaultLimit(long packed) => (4 * packed) + (1L << 26);

    /// <summary>Unpacks a gzip file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">It is broken, or unpacks to more than the limit.</exception>
    public static UnpackedBytes OfGzip(string path)
    {
        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, ChunkSize, FileOptions.SequentialScan);
        long limit = DefaultLimit(file.Length);
        using WholeGzipStream stream = new(file);
        try
        {
            return Of(path, stream, limit) ?? throw DataFormatException.InFile(
                path,
                FormattableString.Invariant($"the file unpacks to more than {limit} bytes, which is not believed. ") +
                "If it is right, unpack it first (gunzip).");
        }
        catch (InvalidDataException error)
        {
            throw DataFormatException.InFile(
                path, $"the gzip stream is broken ({error.Message.TrimEnd('.')}): fetch or pack the file again.", inner: error);
        }
    }

    /// <summary>Unpacks a stream to its end; null where it has more bytes than the limit.</summary>
    /// <param name="path">What errors call it.</param>
    /// <param name="stream">Unpacks.</param>
    /// <param name="limit">The most bytes to take.</param>
    /// <exception cref="InvalidDataException">The stream is broken.</exception>
    public static UnpackedBytes? Of(string path, Stream stream, long limit)
    {
        List<byte[]> chunks = [];
        long length = 0;
        while (true)
        {
            byte[] chunk = GC.AllocateUninitializedArray<byte>(ChunkSize);
            int read = stream.ReadAtLeast(chunk, chunk.Length, throwOnEndOfStream: false);
            length += read;
            if (length > limit)
            {
                return null;
            }

            chunks.Add(chunk);
            if (read < chunk.Length)
            {
                return new UnpackedBytes(path, chunks, length);
            }
        }
    }

    /// <summary>All bytes, part by part in their order.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Parts()
    {
        long left = this.Length;
        foreach (byte[] chunk in this.chunks)
        {
            yield return chunk.AsMemory(0, (int)Math.Min(left, ChunkSize));
            left -= ChunkSize;
        }
    }

    protected internal override void ReadInside(long offset, Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            (long chunk, long within) = Math.DivRem(offset, ChunkSize);
            ReadOnlySpan<byte> source = CollectionsMarshal.AsSpan(this.chunks)[(int)chunk].AsSpan((int)within);
            int count = Math.Min(source.Length, bytes.Length);
            source[..count].CopyTo(bytes);
            bytes = bytes[count..];
            offset += count;
        }
    }
}
