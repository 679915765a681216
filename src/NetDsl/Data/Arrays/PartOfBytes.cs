namespace NetDsl.Data;

/// <summary>A part of a file that is a file of its own: an array in an archive, for example.</summary>
/// <param name="whole">The file, which stays open.</param>
/// <param name="begin">Where the part begins.</param>
/// <param name="length">Its bytes, which are all there.</param>
/// <param name="name">What errors call it.</param>
internal sealed class PartOfBytes(StoredBytes whole, long begin, long length, string name) : StoredBytes(name, length)
{
    public override bool IsInMemory => whole.IsInMemory;

    protected internal override void ReadInside(long offset, Span<byte> bytes) => whole.ReadInside(begin + offset, bytes);
}
