namespace NetDsl.Data.Hdf5.Format;

/// <summary>The value of elements that were never written (HDF5 File Format Specification 3.0, sections IV.A.2.e and f).</summary>
internal static class FillValue
{
    private const string What = "a fill value";

    /// <summary>Reads the bytes of one element; zeros where the file says nothing.</summary>
    public static byte[] Read(Hdf5Source source, ObjectHeader header, int elementSize)
    {
        ReadOnlySpan<byte> value = default;
        if (header.Find(MessageType.FillValue) is { } message)
            value = Parse(source, message.Span);
        else if (header.Find(MessageType.OldFillValue) is { } old)
            value = Sized(new ByteCursor(source, old.Span, What));

        if (value.IsEmpty)
            return [];

        return value.Length == elementSize
            ? value.ToArray()
            : throw source.Broken(FormattableString.Invariant(
                $"a fill value has {value.Length} bytes and the element that it fills {elementSize}. The file is broken."));
    }

    private static ReadOnlySpan<byte> Parse(Hdf5Source source, ReadOnlySpan<byte> message)
    {
        ByteCursor cursor = new(source, message, What);
        int version = cursor.Version(1, 3);
        bool defined;
        if (version == 3)
        {
            defined = (cursor.UInt8() & 0x20) != 0;
        }
        else
        {
            cursor.Skip(2);
            defined = cursor.UInt8() != 0 || version == 1;
        }

        return defined && cursor.Left > 0 ? Sized(cursor) : default;
    }

    private static ReadOnlySpan<byte> Sized(ByteCursor cursor)
    {
        // Minus one, all bits set, says in old files that there is none.
        long size = cursor.UInt32();
        return size == uint.MaxValue ? default : cursor.Take(size);
    }
}
