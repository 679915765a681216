namespace NetDsl.Data.Hdf5.Format;

/// <summary>The header of an object: its messages (HDF5 File Format Specification 3.0, section IV.A.1).</summary>
internal sealed class ObjectHeader
{
    private const string What = "an object's header";

    private const int SharedFlag = 2;

    // A committed type's message may itself be shared in a broken file.
    private const int DeepestSharing = 4;

    // Enough for the headers that h5py and PyTables write, so that one read is.
    private const int FirstRead = 512;

    private readonly Hdf5Source source;
    private readonly List<HeaderMessage> messages = [];
    private readonly Queue<(long Address, long Length)> continuations = new();
    private readonly int depth;
    private long continued;

    private ObjectHeader(Hdf5Source source, long address, int depth)
    {
        this.source = source;
        this.Address = address;
        this.depth = depth;
    }

    /// <summary>Where it lies.</summary>
    public long Address { get; }

    /// <summary>Its messages.</summary>
    public IReadOnlyList<HeaderMessage> Messages => this.messages;

    /// <summary>Reads the header at an address.</summary>
    public static ObjectHeader Read(Hdf5Source source, long address) => Read(source, address, 0);

    /// <summary>Resolves a pointer to a message that several objects share (section IV.A.1.b, "Shared Message").</summary>
    /// <param name="source">The file.</param>
    /// <param name="type">What it must be.</param>
    /// <param name="pointer">At the pointer.</param>
    /// <param name="depth">How many pointers led here.</param>
    public static ReadOnlyMemory<byte> Shared(Hdf5Source source, MessageType type, ref ByteCursor pointer, int depth)
    {
        if (depth >= DeepestSharing)
            throw source.Broken("a shared message leads to another one again and again. The file is broken.");

        int version = pointer.Version(1, 3);
        int kind = pointer.UInt8();
        pointer.Skip(version == 1 ? 6 : 0);
        if (version == 3 && kind == 1)
            throw source.Broken("it keeps shared messages in a table, which is not read. Write it anew with h5repack.");

        ObjectHeader header = Read(source, pointer.Address(), depth + 1);
        return header.Find(type) ?? throw source.Broken($"a shared message of the type {type} is not where it should be. The file is broken.");
    }

    /// <summary>The body of the first message of a type; null where there is none.</summary>
    public ReadOnlyMemory<byte>? Find(MessageType type)
    {
        foreach (HeaderMessage message in this.messages)
        {
            if (message.Type == type)
                return message.Body;
        }

        return null;
    }

    /// <summary>Whether there is a message of a type.</summary>
    public bool Has(MessageType type) => this.Find(type) is not null;

    private static ObjectHeader Read(Hdf5Source source, long address, int depth)
    {
        ObjectHeader header = new(source, address, depth);
        source.Check(address, 4, What);
        byte[] start = source.ReadBlock(address, Math.Min(FirstRead, source.Length - address), What);
        bool isNew = start.AsSpan().StartsWith("OHDR"u8);
        if (isNew)
            header.ReadNew(start);
        else
            header.ReadOld(start);

        return header;
    }

    // The bytes from an address on, of which the first have been read.
    private byte[] Extend(byte[] start, long length) =>
        length <= start.Length ? start[..(int)length] : this.source.ReadBlock(this.Address, length, What);

    private void ReadOld(byte[] start)
    {
        const int PrefixLength = 16;
        ByteCursor cursor = new(this.source, start, What);
        cursor.Version(1, 1);
        cursor.Skip(1);
        int count = cursor.UInt16();
        cursor.Skip(sizeof(uint));
        byte[] block = this.Extend(start, PrefixLength + cursor.UInt32());
        this.ReadOldMessages(block.AsMemory(PrefixLength), ref count);
        while (this.continuations.TryDequeue(out (long Address, long Length) next))
            this.ReadOldMessages(this.source.ReadBlock(next.Address, next.Length, What), ref count);
    }

    private void ReadOldMessages(ReadOnlyMemory<byte> block, ref int count)
    {
        const int PrefixLength = 8;
        ByteCursor cursor = new(this.source, block.Span, What);
        while (count > 0 && cursor.Left >= PrefixLength)
        {
            int type = cursor.UInt16();
            int size = cursor.UInt16();
            int flags = cursor.UInt8();
            cursor.Skip(3);
            int place = cursor.Position;
            cursor.Skip(size);
            this.Add((MessageType)type, flags, block.Slice(place, size));
            count--;
        }
    }

    private void ReadNew(byte[] start)
    {
        const int SumLength = sizeof(uint);
        ByteCursor cursor = new(this.source, start, What);
        cursor.Skip(4);
        cursor.Version(2, 2);
        int flags = cursor.UInt8();
        cursor.Skip((flags & 0x20) != 0 ? 16 : 0);
        cursor.Skip((flags & 0x10) != 0 ? 4 : 0);
        long length = cursor.Number(1 << (flags & 3));
        int prefix = cursor.Position;
        this.source.Check(this.Address + prefix, length, What);
        byte[] block = this.Extend(start, prefix + length + SumLength);
        this.source.CheckSum(block, What);
        bool ordered = (flags & 0x04) != 0;
        this.ReadNewMessages(block.AsMemory(prefix, (int)length), ordered);
        while (this.continuations.TryDequeue(out (long Address, long Length) next))
        {
            byte[] more = this.source.ReadBlock(next.Address, next.Length, What);
            ByteCursor check = new(this.source, more, What);
            check.Signature("OCHK"u8);
            check.Skip(SumLength);
            this.source.CheckSum(more, What);
            this.ReadNewMessages(more.AsMemory(4..^SumLength), ordered);
        }
    }

    private void ReadNewMessages(ReadOnlyMemory<byte> block, bool ordered)
    {
        int prefixLength = ordered ? 6 : 4;
        ByteCursor cursor = new(this.source, block.Span, What);
        while (cursor.Left >= prefixLength)
        {
            int type = cursor.UInt8();
            int size = cursor.UInt16();
            int flags = cursor.UInt8();
            cursor.Skip(ordered ? 2 : 0);
            int place = cursor.Position;
            cursor.Skip(size);
            this.Add((MessageType)type, flags, block.Slice(place, size));
        }
    }

    private void Add(MessageType type, int flags, ReadOnlyMemory<byte> body)
    {
        if (type == MessageType.Continuation)
        {
            ByteCursor cursor = new(this.source, body.Span, What);
            long address = cursor.Address();
            long length = cursor.Length();

            // Blocks do not overlap in a whole file; a circle of them ends here.
            this.continued += length;
            if (length <= 0 || this.continued > this.source.Length)
                throw cursor.Broken("the continuations are longer than the file. The file is broken.");

            this.continuations.Enqueue((address, length));
        }
        else if (!Enum.IsDefined(type))
        {
            return;
        }
        else if ((flags & SharedFlag) != 0)
        {
            ByteCursor pointer = new(this.source, body.Span, What);
            this.messages.Add(new HeaderMessage(type, Shared(this.source, type, ref pointer, this.depth)));
        }
        else
        {
            this.messages.Add(new HeaderMessage(type, body));
        }
    }
}
