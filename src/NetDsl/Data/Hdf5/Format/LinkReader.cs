using System.Text;

namespace NetDsl.Data.Hdf5.Format;

/// <summary>Reads the names of groups, old and new (HDF5 File Format Specification 3.0, sections III.B, IV.A.2.c, g and r).</summary>
internal static class LinkReader
{
    private const string What = "a link";

    // The type of the B-tree that finds links by their names.
    private const int NameIndex = 5;

    /// <summary>Whether a header is that of a group.</summary>
    public static bool IsGroup(ObjectHeader header) =>
        header.Has(MessageType.SymbolTable) || header.Has(MessageType.LinkInfo) || header.Has(MessageType.Link);

    /// <summary>Reads all names of a group, in ordinal order.</summary>
    public static Dictionary<string, Hdf5Link> Read(Hdf5Source source, ObjectHeader header)
    {
        SortedDictionary<string, Hdf5Link> links = new(StringComparer.Ordinal);
        foreach (HeaderMessage message in header.Messages)
        {
            switch (message.Type)
            {
                case MessageType.SymbolTable:
                    ReadSymbolTable(source, message.Body.Span, links);
                    break;
                case MessageType.LinkInfo:
                    ReadDense(source, message.Body.Span, links);
                    break;
                case MessageType.Link:
                    Add(links, Parse(source, message.Body.Span));
                    break;
                default:
                    break;
            }
        }

        return new Dictionary<string, Hdf5Link>(links, StringComparer.Ordinal);
    }

    private static void Add(SortedDictionary<string, Hdf5Link> links, Hdf5Link link) => links[link.Name] = link;

    private static void ReadSymbolTable(Hdf5Source source, ReadOnlySpan<byte> message, SortedDictionary<string, Hdf5Link> links)
    {
        ByteCursor cursor = new(source, message, "a symbol table");
        long tree = cursor.Address();
        LocalHeap heap = new(source, cursor.Address());
        BTree1.WalkGroup(source, tree, (_, node) => ReadSymbols(source, node, heap, links));
    }

    private static void ReadSymbols(Hdf5Source source, long address, LocalHeap heap, SortedDictionary<string, Hdf5Link> links)
    {
        const int PrefixLength = 8;
        const int SoftLink = 2;
        const string Node = "a node of symbols";
        ByteCursor cursor = new(source, source.ReadBlock(address, PrefixLength, Node), Node);
        cursor.Signature("SNOD"u8);
        cursor.Version(1, 1);
        cursor.Skip(1);
        int count = cursor.UInt16();
        byte[] block = source.ReadBlock(address + PrefixLength, count * ((2L * source.OffsetSize) + 24), Node);
        ByteCursor entries = new(source, block, Node);
        for (int i = 0; i < count; i++)
        {
            string name = heap.Text(entries.Number(source.OffsetSize));
            long header = entries.Address();
            bool isSoft = entries.UInt32() == SoftLink;
            entries.Skip(4);
            long target = entries.UInt32();
            entries.Skip(12);
            Add(links, isSoft ? new(name, Hdf5LinkKind.Soft, heap.Text(target), 0) : new(name, Hdf5LinkKind.Hard, null, header));
        }
    }

    private static void ReadDense(Hdf5Source source, ReadOnlySpan<byte> message, SortedDictionary<string, Hdf5Link> links)
    {
        ByteCursor cursor = new(source, message, "a link info");
        cursor.Version(0, 0);
        int flags = cursor.UInt8();
        cursor.Skip((flags & 1) != 0 ? 8 : 0);
        long heapAddress = cursor.Address();
        long tree = cursor.Address();
        if (heapAddress == Hdf5Source.Undefined || tree == Hdf5Source.Undefined)
            return;

        FractalHeap heap = new(source, heapAddress);

        // A record is a hash of the name and the place in the heap.
        BTree2.Walk(source, tree, NameIndex, record =>
            Add(links, Parse(source, heap.Read(record.Length > 4 ? record[4..] : throw source.Broken("a link's record is too short. The file is broken.")))));
    }

    private static Hdf5Link Parse(Hdf5Source source, ReadOnlySpan<byte> message)
    {
        ByteCursor cursor = new(source, message, What);
        cursor.Version(1, 1);
        int flags = cursor.UInt8();
        int kind = (flags & 8) != 0 ? cursor.UInt8() : 0;
        cursor.Skip((flags & 4) != 0 ? 8 : 0);
        cursor.Skip((flags & 16) != 0 ? 1 : 0);
        string name = Encoding.UTF8.GetString(cursor.Take(cursor.Number(1 << (flags & 3))));
        switch (kind)
        {
            case 0:
                return new Hdf5Link(name, Hdf5LinkKind.Hard, null, cursor.Address());
            case 1:
                return new Hdf5Link(name, Hdf5LinkKind.Soft, cursor.Text(cursor.UInt16()), 0);
            case 64:
                cursor.Skip(3);
                string file = cursor.TerminatedText();
                return new Hdf5Link(name, Hdf5LinkKind.External, $"{file}:{cursor.TerminatedText()}", 0);
            default:
                return new Hdf5Link(name, Hdf5LinkKind.Other, null, 0);
        }
    }
}
