using NetDsl.Data.Hdf5.Storage;

namespace NetDsl.Data.Hdf5.Format;

/// <summary>Reads types (HDF5 File Format Specification 3.0, section IV.A.2.d).</summary>
internal static class TypeDecoder
{
    private const int DeepestNesting = 32;

    private const int HighestKnownVersion = 5;

    /// <summary>Reads the type of an object.</summary>
    public static Hdf5Type Read(Hdf5Source source, ObjectHeader header) =>
        Parse(source, (header.Find(MessageType.Datatype) ?? throw source.Broken("a dataset has no type. The file is broken.")).Span);

    /// <summary>Reads a message.</summary>
    public static Hdf5Type Parse(Hdf5Source source, ReadOnlySpan<byte> message)
    {
        ByteCursor cursor = new(source, message, "a datatype");
        return Decode(ref cursor, 0);
    }

    private static Hdf5Type Decode(ref ByteCursor cursor, int depth)
    {
        if (depth > DeepestNesting)
            throw cursor.Broken(FormattableString.Invariant($"types are nested more than {DeepestNesting} deep."));

        int start = cursor.UInt8();
        int version = start >> 4;
        int flags = (int)cursor.Unsigned(3);
        long size = cursor.UInt32();
        if (version is 0 or > HighestKnownVersion || size is 0 or > int.MaxValue)
            throw cursor.Broken(FormattableString.Invariant($"a type of version {version} has {size} bytes. The file is broken."));

        int bytes = (int)size;
        return (start & 15) switch
        {
            0 => DecodeInteger(ref cursor, Hdf5TypeClass.Integer, flags, bytes),
            1 => DecodeFloat(ref cursor, flags, bytes),
            2 => DecodeTime(ref cursor, bytes),
            3 => new Hdf5Type(Hdf5TypeClass.String, bytes) { IsUtf8 = (flags >> 4 & 15) == 1, Padding = (StringPadding)(flags & 15) },
            4 => DecodeInteger(ref cursor, Hdf5TypeClass.Bitfield, flags, bytes),
            5 => new Hdf5Type(Hdf5TypeClass.Opaque, bytes)
            {
                Tag = cursor.Text(flags & 0xFF),
                ValueCount = bytes,
                Format = new Storage.NumberFormat(NumberKind.UInt8, false),
            },
            6 => DecodeCompound(ref cursor, version, flags & 0xFFFF, bytes, depth),
            7 => new Hdf5Type(Hdf5TypeClass.Reference, bytes),
            8 => DecodeEnum(ref cursor, version, flags & 0xFFFF, bytes, depth),
            9 => DecodeVariable(ref cursor, flags, bytes, depth),
            10 => DecodeArray(ref cursor, version, bytes, depth),
            _ => new Hdf5Type(Hdf5TypeClass.Unknown, bytes),
        };
    }

    private static Hdf5Type DecodeTime(ref ByteCursor cursor, int bytes)
    {
        cursor.Skip(sizeof(ushort));
        return new Hdf5Type(Hdf5TypeClass.Time, bytes);
    }

    private static Hdf5Type DecodeInteger(ref ByteCursor cursor, Hdf5TypeClass typeClass, int flags, int bytes)
    {
        bool bigEndian = (flags & 1) != 0;
        bool signed = typeClass == Hdf5TypeClass.Integer && (flags & 8) != 0;
        int offset = cursor.UInt16();
        int precision = cursor.UInt16();

        // Numbers that fill only some of their bits exist on paper; they are listed.
        NumberKind? kind = offset != 0 || precision != 8L * bytes ? null : (bytes, signed) switch
        {
            (1, true) => NumberKind.Int8,
            (1, false) => NumberKind.UInt8,
            (2, true) => NumberKind.Int16,
            (2, false) => NumberKind.UInt16,
            (4, true) => NumberKind.Int32,
            (4, false) => NumberKind.UInt32,
            (8, true) => NumberKind.Int64,
            (8, false) => NumberKind.UInt64,
            _ => null,
        };
        return new Hdf5Type(typeClass, bytes) { IsSigned = signed, IsBigEndian = bigEndian, Format = Storage.NumberFormat.For(kind, bigEndian) };
    }

    private static Hdf5Type DecodeFloat(ref ByteCursor cursor, int flags, int bytes)
    {
        bool bigEndian = (flags & 1) != 0;
        bool isVax = (flags & 0x40) != 0;
        int offset = cursor.UInt16();
        int precision = cursor.UInt16();
        int exponentPlace = cursor.UInt8();
        int exponentBits = cursor.UInt8();
        int mantissaPlace = cursor.UInt8();
        int mantissaBits = cursor.UInt8();
        long bias = cursor.UInt32();
        bool isPlain = !isVax && offset == 0 && precision == 8L * bytes && mantissaPlace == 0 && exponentPlace == mantissaBits
            && (flags >> 4 & 3) == 2 && (flags >> 8 & 0xFF) == precision - 1;

        // IEEE 754: binary16, binary32 and binary64. A long double of x86 is listed.
        NumberKind? kind = !isPlain ? null : (bytes, exponentBits, mantissaBits, bias) switch
        {
            (2, 5, 10, 15) => NumberKind.Half,
            (4, 8, 23, 127) => NumberKind.Single,
            (8, 11, 52, 1023) => NumberKind.Double,
            _ => null,
        };
        return new Hdf5Type(Hdf5TypeClass.Float, bytes) { IsSigned = true, IsBigEndian = bigEndian, Format = Storage.NumberFormat.For(kind, bigEndian) };
    }

    private static Hdf5Type DecodeCompound(ref ByteCursor cursor, int version, int count, int bytes, int depth)
    {
        List<Hdf5Field> fields = [];
        int offsetSize = version < 3 ? sizeof(uint) : BytesFor(bytes);
        for (int i = 0; i < count; i++)
        {
            string name = Name(ref cursor, version);
            long offset = cursor.Number(offsetSize);
            int[] extents = version == 1 ? OldExtents(ref cursor) : [];
            Hdf5Type type = Decode(ref cursor, depth + 1);
            if (extents.Length > 0)
                type = ArrayOf(ref cursor, type, extents);

            if (offset > bytes - type.Size)
                throw cursor.Broken($"the field '{name}' lies outside of its row. The file is broken.");

            fields.Add(new Hdf5Field(name, (int)offset, type));
        }

        return new Hdf5Type(Hdf5TypeClass.Compound, bytes) { Fields = fields };
    }

    // Fields of version 1 could be arrays without a type of their own.
    private static int[] OldExtents(ref ByteCursor cursor)
    {
        const int Most = 4;
        int rank = cursor.UInt8();
        cursor.Skip(3 + 4 + 4);
        if (rank > Most)
            throw cursor.Broken("a field has more than four extents. The file is broken.");

        int[] extents = new int[rank];
        for (int i = 0; i < Most; i++)
        {
            long extent = cursor.UInt32();
            if (i < rank)
                extents[i] = (int)Math.Min(extent, int.MaxValue);
        }

        return extents;
    }

    private static Hdf5Type DecodeEnum(ref ByteCursor cursor, int version, int count, int bytes, int depth)
    {
        Hdf5Type element = Decode(ref cursor, depth + 1);
        if (element.Size != bytes || element.Class != Hdf5TypeClass.Integer || bytes > sizeof(long))
            throw cursor.Broken("the numbers of an enum are no integers of its size. The file is broken.");

        List<string> names = [];
        for (int i = 0; i < count; i++)
            names.Add(Name(ref cursor, version));

        List<Hdf5EnumMember> members = [];
        foreach (string name in names)
        {
            ReadOnlySpan<byte> place = cursor.Take(bytes);
            ulong value = 0;
            for (int i = 0; i < bytes; i++)
                value = (value << 8) | place[element.IsBigEndian ? i : bytes - 1 - i];

            int spare = 64 - (8 * bytes);
            members.Add(new Hdf5EnumMember(name, element.IsSigned ? (long)(value << spare) >> spare : (long)value));
        }

        return new Hdf5Type(Hdf5TypeClass.Enum, bytes)
        {
            IsSigned = element.IsSigned,
            IsBigEndian = element.IsBigEndian,
            Element = element,
            Members = members,
            Format = element.Format,
        };
    }

    private static Hdf5Type DecodeVariable(ref ByteCursor cursor, int flags, int bytes, int depth)
    {
        Hdf5Type element = Decode(ref cursor, depth + 1);
        return (flags & 15) == 1
            ? new Hdf5Type(Hdf5TypeClass.String, bytes)
            {
                IsVariableLength = true,
                IsUtf8 = (flags >> 8 & 15) == 1,
                Padding = (StringPadding)(flags >> 4 & 15),
            }
            : new Hdf5Type(Hdf5TypeClass.Sequence, bytes) { Element = element };
    }

    private static Hdf5Type DecodeArray(ref ByteCursor cursor, int version, int bytes, int depth)
    {
        int rank = cursor.UInt8();
        cursor.Skip(version < 3 ? 3 : 0);
        int[] extents = new int[rank];
        for (int i = 0; i < rank; i++)
            extents[i] = (int)Math.Min(cursor.UInt32(), int.MaxValue);

        cursor.Skip(version < 3 ? sizeof(uint) * rank : 0);
        Hdf5Type type = ArrayOf(ref cursor, Decode(ref cursor, depth + 1), extents);
        return type.Size == bytes ? type : throw cursor.Broken("an array's size is not that of its elements. The file is broken.");
    }

    private static Hdf5Type ArrayOf(ref ByteCursor cursor, Hdf5Type element, int[] extents)
    {
        long count = 1;
        foreach (int extent in extents)
        {
            count *= extent;
            if (extent == 0 || count * element.Size > int.MaxValue)
                throw cursor.Broken($"an array has the extents {string.Join(", ", extents)}. The file is broken.");
        }

        return new Hdf5Type(Hdf5TypeClass.Array, (int)count * element.Size)
        {
            IsSigned = element.IsSigned,
            IsBigEndian = element.IsBigEndian,
            IsVariableLength = element.IsVariableLength,
            ArrayShape = element.Class == Hdf5TypeClass.Array ? [.. extents, .. element.ArrayShape] : extents,
            Element = element.Class == Hdf5TypeClass.Array ? element.Element : element,
            ValueCount = (int)count * element.ValueCount,
            Format = element.Format,
        };
    }

    private static string Name(ref ByteCursor cursor, int version)
    {
        int start = cursor.Position;
        string name = cursor.TerminatedText();
        if (version < 3)
            cursor.Align(start);

        return name;
    }

    // As many bytes as hold a number up to the given one.
    private static int BytesFor(int largest) => largest switch { < 1 << 8 => 1, < 1 << 16 => 2, < 1 << 24 => 3, _ => 4 };
}
