namespace NetDsl.Data.Hdf5.Format;

/// <summary>Reads attributes, in headers and dense ones (HDF5 File Format Specification 3.0, sections IV.A.2.m and v).</summary>
internal static class AttributeReader
{
    private const string What = "an attribute";

    // The type of the B-tree that finds attributes by their names.
    private const int NameIndex = 8;

    private const int SharedMessage = 2;

    /// <summary>Reads all attributes of an object, in ordinal order of their names.</summary>
    public static IReadOnlyList<Hdf5Attribute> Read(Hdf5Source source, ObjectHeader header)
    {
        List<Hdf5Attribute> attributes = [];
        foreach (HeaderMessage message in header.Messages)
        {
            if (message.Type == MessageType.Attribute)
                attributes.Add(Parse(source, message.Body));
            else if (message.Type == MessageType.AttributeInfo)
                ReadDense(source, message.Body.Span, attributes);
        }

        attributes.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return attributes;
    }

    private static void ReadDense(Hdf5Source source, ReadOnlySpan<byte> message, List<Hdf5Attribute> attributes)
    {
        ByteCursor cursor = new(source, message, "an attribute info");
        cursor.Version(0, 0);
        int flags = cursor.UInt8();
        cursor.Skip((flags & 1) != 0 ? 2 : 0);
        long heapAddress = cursor.Address();
        long tree = cursor.Address();
        if (heapAddress == Hdf5Source.Undefined || tree == Hdf5Source.Undefined)
            return;

        // A record is the place in the heap, flags, the order of creation and a hash.
        FractalHeap heap = new(source, heapAddress);
        BTree2.Walk(source, tree, NameIndex, record =>
        {
            ByteCursor fields = new(source, record, What);
            ReadOnlySpan<byte> id = fields.Take(8);
            if ((fields.UInt8() & SharedMessage) != 0)
                throw fields.Broken("it is in a table of shared messages, which is not read. Write the file anew with h5repack.");

            attributes.Add(Parse(source, heap.Read(id).ToArray()));
        });
    }

    private static Hdf5Attribute Parse(Hdf5Source source, ReadOnlyMemory<byte> message)
    {
        ByteCursor cursor = new(source, message.Span, What);
        int version = cursor.Version(1, 3);
        int flags = cursor.UInt8();
        int nameLength = cursor.UInt16();
        int typeLength = cursor.UInt16();
        int spaceLength = cursor.UInt16();
        cursor.Skip(version == 3 ? 1 : 0);

        // In version 1 the parts are filled up to multiples of 8 bytes.
        int from = cursor.Position;
        string name = cursor.Text(nameLength);
        Align(ref cursor, version, from);
        ReadOnlySpan<byte> type = cursor.Take(typeLength);
        Align(ref cursor, version, from);
        ReadOnlySpan<byte> space = cursor.Take(spaceLength);
        Align(ref cursor, version, from);
        Hdf5Type decoded = TypeDecoder.Parse(source, Resolve(source, MessageType.Datatype, type, version > 1 && (flags & 1) != 0));
        Dataspace shape = Dataspace.Parse(source, Resolve(source, MessageType.Dataspace, space, version > 1 && (flags & 2) != 0));
        UInt128 length = (UInt128)shape.Count * (uint)decoded.Size;
        if (length > (uint)cursor.Left)
            throw cursor.Broken($"'{name}' is said to have {length} bytes, but there are {cursor.Left}. The file is broken.");

        return new Hdf5Attribute(source, name, decoded, shape, message.Slice(cursor.Position, (int)length));
    }

    private static void Align(ref ByteCursor cursor, int version, int from)
    {
        if (version == 1)
            cursor.Align(from);
    }

    private static ReadOnlySpan<byte> Resolve(Hdf5Source source, MessageType type, ReadOnlySpan<byte> message, bool isShared)
    {
        if (!isShared)
            return message;

        ByteCursor pointer = new(source, message, What);
        return ObjectHeader.Shared(source, type, ref pointer, 0).Span;
    }
}
