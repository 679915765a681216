namespace NetDsl.Data.Hdf5.Format;

/// <summary>The store of what has variable length (HDF5 File Format Specification 3.0, section III.E). Safe from several threads at once.</summary>
internal sealed class GlobalHeap
{
    private const string What = "a global heap";

    // Texts of neighbouring elements mostly lie in the same collection; more than this is forgotten.
    private const long MostBytesKept = 4 << 20;

    private readonly Hdf5Source source;
    private readonly Lock gate = new();
    private readonly Dictionary<long, Collection> kept = [];
    private long bytesKept;

    /// <summary>Begins without any collection.</summary>
    public GlobalHeap(Hdf5Source source) => this.source = source;

    /// <summary>The bytes of an object; they are valid as long as one likes.</summary>
    /// <param name="address">The collection that it lies in.</param>
    /// <param name="index">Its number there.</param>
    /// <param name="length">How many of its bytes.</param>
    public ReadOnlySpan<byte> Read(long address, int index, long length)
    {
        Collection collection = this.Find(address);
        if (!collection.Objects.TryGetValue(index, out (int Start, int Length) place) || length > place.Length)
            throw this.source.Broken("a text points to a place in a global heap where there is none. The file is broken.");

        return collection.Block.AsSpan(place.Start, (int)length);
    }

    private Collection Find(long address)
    {
        lock (this.gate)
        {
            if (this.kept.TryGetValue(address, out Collection? known))
                return known;
        }

        Collection collection = this.Load(address);
        lock (this.gate)
        {
            if (this.bytesKept + collection.Block.Length > MostBytesKept)
            {
                this.kept.Clear();
                this.bytesKept = 0;
            }

            if (this.kept.TryAdd(address, collection))
                this.bytesKept += collection.Block.Length;
        }

        return collection;
    }

    private Collection Load(long address)
    {
        // Filled up to 16 bytes where lengths are short.
        const int PrefixLength = 16;
        ByteCursor prefix = new(this.source, this.source.ReadBlock(address, PrefixLength, What), What);
        prefix.Signature("GCOL"u8);
        prefix.Version(1, 1);
        prefix.Skip(3);
        byte[] block = this.source.ReadBlock(address, prefix.Length(), What);
        ByteCursor cursor = new(this.source, block, What);
        cursor.Skip(PrefixLength);
        Dictionary<int, (int Start, int Length)> objects = [];
        while (cursor.Left >= PrefixLength)
        {
            int index = cursor.UInt16();
            cursor.Skip(6);
            long length = cursor.Length();
            cursor.Align(0);

            // The free space at the end is number 0.
            if (index == 0)
                break;

            objects[index] = (cursor.Position, (int)Math.Min(length, int.MaxValue));
            cursor.Skip(length);
            cursor.Align(0);
        }

        return new Collection(block, objects);
    }

    private sealed record Collection(byte[] Block, Dictionary<int, (int Start, int Length)> Objects);
}
