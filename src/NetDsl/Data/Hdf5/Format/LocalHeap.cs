namespace NetDsl.Data.Hdf5.Format;

/// <summary>The names of a group of the old kind (HDF5 File Format Specification 3.0, section III.D).</summary>
internal sealed class LocalHeap
{
    private const string What = "a local heap";

    private readonly Hdf5Source source;
    private readonly byte[] names;

    /// <summary>Reads a heap.</summary>
    public LocalHeap(Hdf5Source source, long address)
    {
        this.source = source;
        ByteCursor cursor = new(source, source.ReadBlock(address, 8 + (2 * source.LengthSize) + source.OffsetSize, What), What);
        cursor.Signature("HEAP"u8);
        cursor.Version(0, 0);
        cursor.Skip(3);
        long length = cursor.Length();
        cursor.Skip(source.LengthSize);
        this.names = source.ReadBlock(cursor.Address(), length, What);
    }

    /// <summary>The text at a place.</summary>
    public string Text(long place)
    {
        ByteCursor cursor = new(this.source, this.names, What);
        cursor.Skip(place);
        return cursor.TerminatedText();
    }
}
