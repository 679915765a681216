using System.Buffers.Binary;
using System.IO.Compression;

namespace NetDsl.Data;

/// <summary>
/// Unpacks a gzip file and refuses one that is cut off. <see cref="GZipStream"/> takes the end of the file for the end of the data
/// wherever it comes, so a broken download would be read as a shorter table.
/// </summary>
internal sealed class WholeGzipStream : Stream
{
    // The header has 10 bytes, the shortest deflate stream 2, the check sum and the length 4 each (RFC 1952, section 2.3).
    private const int ShortestFile = 20;

    private readonly GZipStream unpacked;
    private readonly uint promised;
    private uint length;

    /// <summary>Takes over a file that stands at its beginning.</summary>
    /// <param name="file">The packed file; it can seek.</param>
    public WholeGzipStream(FileStream file)
    {
        if (file.Length >= ShortestFile)
        {
            Span<byte> trailer = stackalloc byte[sizeof(uint)];
            file.Position = file.Length - trailer.Length;
            file.ReadExactly(trailer);
            file.Position = 0;

            // The length of the data modulo 2^32.
            this.promised = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
        }
        else
        {
            this.promised = uint.MaxValue;
        }

        this.unpacked = new GZipStream(file, CompressionMode.Decompress);
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        int read = this.unpacked.Read(buffer);
        this.length += (uint)read;
        if (read == 0 && buffer.Length > 0 && this.length != this.promised)
        {
            throw new InvalidDataException("it is cut off, or several gzip files are joined in it");
        }

        return read;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => this.Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            this.unpacked.Dispose();
        }

        base.Dispose(disposing);
    }
}
