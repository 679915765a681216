namespace NetDsl.Data;

/// <summary>The first bytes of a file, where no more is wanted than to look at its header.</summary>
/// <param name="path">What errors call it.</param>
/// <param name="length">The bytes of the whole.</param>
/// <param name="start">Its first bytes.</param>
internal sealed class StartOfBytes(string path, long length, ReadOnlyMemory<byte> start) : StoredBytes(path, length)
{
    protected internal override void ReadInside(long offset, Span<byte> bytes)
    {
        if (offset + bytes.Length > start.Length)
        {
            throw DataFormatException.InFile(this.Path, "the header is longer than is believed, or the file is cut off.");
        }

        start.Span.Slice((int)offset, bytes.Length).CopyTo(bytes);
    }
}
