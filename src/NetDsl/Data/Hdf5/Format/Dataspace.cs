namespace NetDsl.Data.Hdf5.Format;

/// <summary>The shape of a dataset or an attribute (HDF5 File Format Specification 3.0, section IV.A.2.b).</summary>
internal sealed class Dataspace
{
    /// <summary>The largest extent of one that can grow without end.</summary>
    public const long Unlimited = -1;

    private const int MostExtents = 32;

    private Dataspace(long[] shape, long[] largest, long count)
    {
        this.Shape = shape;
        this.Largest = largest;
        this.Count = count;
    }

    /// <summary>The extents, the slowest first.</summary>
    public long[] Shape { get; }

    /// <summary>How far each extent can grow.</summary>
    public long[] Largest { get; }

    /// <summary>The elements.</summary>
    public long Count { get; }

    /// <summary>The first extent; 1 for a scalar.</summary>
    public long Rows => this.Shape.Length > 0 ? this.Shape[0] : this.Count;

    /// <summary>Reads the shape of an object.</summary>
    public static Dataspace Read(Hdf5Source source, ObjectHeader header) =>
        Parse(source, (header.Find(MessageType.Dataspace) ?? throw source.Broken("a dataset has no shape. The file is broken.")).Span);

    /// <summary>Reads a message.</summary>
    public static Dataspace Parse(Hdf5Source source, ReadOnlySpan<byte> message)
    {
        ByteCursor cursor = new(source, message, "a dataspace");
        int version = cursor.Version(1, 2);
        int rank = cursor.UInt8();
        int flags = cursor.UInt8();
        int kind = cursor.UInt8();
        cursor.Skip(version == 1 ? 4 : 0);
        if (rank > MostExtents)
            throw cursor.Broken(FormattableString.Invariant($"there are {rank} extents; HDF5 knows no more than {MostExtents}. The file is broken."));

        long[] shape = new long[rank];
        UInt128 count = version == 2 && kind == 2 ? 0u : 1u;
        for (int i = 0; i < rank; i++)
        {
            shape[i] = cursor.Length();
            count *= (ulong)shape[i];
            if (count > long.MaxValue)
                throw cursor.Broken($"the shape ({string.Join(", ", shape)}) has more elements than any file can. The file is broken.");
        }

        long[] largest = [.. shape];
        for (int i = 0; i < rank && (flags & 1) != 0; i++)
        {
            ulong extent = cursor.Unsigned(source.LengthSize);
            largest[i] = extent > long.MaxValue || extent == ulong.MaxValue >> (64 - (8 * source.LengthSize)) ? Unlimited : (long)extent;
            if (largest[i] != Unlimited && largest[i] < shape[i])
                throw cursor.Broken("an extent is larger than its largest. The file is broken.");
        }

        return new Dataspace(shape, largest, (long)count);
    }
}
