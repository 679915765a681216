using System.Buffers.Binary;
using System.Text;
using NetDsl.Data;

namespace NetDsl.Interchange;

/// <summary>
/// The directory of a zip file (PKWARE's APPNOTE 6.3.9, with 64-bit lengths). <see cref="System.IO.Compression.ZipArchive"/> does not tell
/// where an entry lies, so that rows in the middle of it could not be read.
/// </summary>
internal static class ZipDirectory
{
    private const uint EndSignature = 0x06054B50;
    private const uint WideEndSignature = 0x06064B50;
    private const uint WideLocatorSignature = 0x07064B50;
    private const uint EntrySignature = 0x02014B50;
    private const uint LocalSignature = 0x04034B50;
    private const int EndSize = 22;
    private const int WideEndSize = 56;
    private const int WideLocatorSize = 20;
    private const int EntrySize = 46;
    private const int LocalSize = 30;
    private const int LongestComment = ushort.MaxValue;
    private const int WideField = 1;

    /// <summary>Whether bytes are the first of a zip file.</summary>
    public static bool IsStart(ReadOnlySpan<byte> bytes) => bytes is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];

    /// <summary>Reads the directory.</summary>
    /// <param name="bytes">The file.</param>
    /// <exception cref="DataFormatException">It is no zip file, or cut off, or broken.</exception>
    public static List<ZipEntry> Read(StoredBytes bytes)
    {
        (long begin, long length) = Find(bytes);
        if (begin < 0 || length < 0 || begin > bytes.Length || length > bytes.Length - begin || length > Array.MaxLength)
        {
            throw Broken(bytes, "its directory lies outside the file");
        }

        byte[] directory = new byte[length];
        bytes.Read(begin, directory);
        List<ZipEntry> entries = [];
        ReadOnlySpan<byte> rest = directory;
        while (rest.Length >= EntrySize && BinaryPrimitives.ReadUInt32LittleEndian(rest) == EntrySignature)
        {
            int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(rest[28..]);
            int extraLength = BinaryPrimitives.ReadUInt16LittleEndian(rest[30..]);
            int size = EntrySize + nameLength + extraLength + BinaryPrimitives.ReadUInt16LittleEndian(rest[32..]);
            if (size > rest.Length)
            {
                throw Broken(bytes, "an entry of its directory goes on behind its end");
            }

            entries.Add(ReadEntry(rest, nameLength, extraLength));
            rest = rest[size..];
        }

        return rest.IsEmpty ? entries : throw Broken(bytes, "its directory holds something else than entries");
    }

    /// <summary>Where the content of an entry lies.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="entry">The entry.</param>
    /// <exception cref="DataFormatException">It does not lie in the file, or not where the directory says.</exception>
    public static long Locate(StoredBytes bytes, ZipEntry entry)
    {
        Span<byte> header = stackalloc byte[LocalSize];
        if (entry.HeaderOffset < 0 || entry.PackedLength < 0 || entry.Length < 0 || entry.HeaderOffset > bytes.Length - LocalSize)
        {
            throw Broken(bytes, $"'{entry.Name}' lies outside the file");
        }

        bytes.Read(entry.HeaderOffset, header);
        long begin = entry.HeaderOffset + LocalSize +
            BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        bool isInside = begin <= bytes.Length && entry.PackedLength <= bytes.Length - begin;
        return isInside && BinaryPrimitives.ReadUInt32LittleEndian(header) == LocalSignature
            ? begin
            : throw Broken(bytes, $"'{entry.Name}' does not lie where its directory says, or goes on behind the end of the file");
    }

    /// <summary>The error for a broken file.</summary>
    public static DataFormatException Broken(StoredBytes bytes, string problem, Exception? inner = null) =>
        DataFormatException.InFile(bytes.Path, $"the zip file is broken: {problem}. Fetch or pack the file again.", inner: inner);

    private static (long Begin, long Length) Find(StoredBytes bytes)
    {
        int reach = (int)Math.Min(bytes.Length, EndSize + LongestComment);
        byte[] tail = new byte[reach];
        bytes.Read(bytes.Length - reach, tail);
        for (int place = reach - EndSize; place >= 0; place--)
        {
            ReadOnlySpan<byte> end = tail.AsSpan(place);
            if (BinaryPrimitives.ReadUInt32LittleEndian(end) != EndSignature ||
                EndSize + BinaryPrimitives.ReadUInt16LittleEndian(end[20..]) != end.Length)
            {
                continue;
            }

            uint length = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
            uint begin = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
            return FindWide(bytes, bytes.Length - end.Length) ?? (begin, length);
        }

        throw DataFormatException.InFile(
            bytes.Path, "this is no zip file, or it is cut off: the directory at its end is missing. Fetch or pack the file again.");
    }

    /// <summary>The directory of a file with 64-bit lengths; null where it has none.</summary>
    private static (long Begin, long Length)? FindWide(StoredBytes bytes, long end)
    {
        Span<byte> locator = stackalloc byte[WideLocatorSize];
        if (end < WideLocatorSize)
        {
            return null;
        }

        bytes.Read(end - WideLocatorSize, locator);
        if (BinaryPrimitives.ReadUInt32LittleEndian(locator) != WideLocatorSignature)
        {
            return null;
        }

        long place = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
        Span<byte> wide = stackalloc byte[WideEndSize];
        if (place < 0 || place > bytes.Length - WideEndSize)
        {
            throw Broken(bytes, "its directory lies outside the file");
        }

        bytes.Read(place, wide);
        return BinaryPrimitives.ReadUInt32LittleEndian(wide) == WideEndSignature
            ? (BinaryPrimitives.ReadInt64LittleEndian(wide[48..]), BinaryPrimitives.ReadInt64LittleEndian(wide[40..]))
            : throw Broken(bytes, "its directory is not where its end says");
    }

    private static ZipEntry ReadEntry(ReadOnlySpan<byte> entry, int nameLength, int extraLength)
    {
        long packed = BinaryPrimitives.ReadUInt32LittleEndian(entry[20..]);
        long length = BinaryPrimitives.ReadUInt32LittleEndian(entry[24..]);
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(entry[42..]);
        ReadOnlySpan<byte> extra = entry.Slice(EntrySize + nameLength, extraLength);
        while (extra.Length >= 4)
        {
            int size = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == WideField)
            {
                // Only those that do not fit in 32 bits, in this order.
                ReadOnlySpan<byte> field = extra.Slice(4, size);
                length = Widen(length, ref field);
                packed = Widen(packed, ref field);
                offset = Widen(offset, ref field);
            }

            extra = extra[(4 + size)..];
        }

        return new ZipEntry(
            Encoding.UTF8.GetString(entry.Slice(EntrySize, nameLength)),
            BinaryPrimitives.ReadUInt16LittleEndian(entry[10..]),
            (entry[8] & 1) != 0,
            packed,
            length,
            BinaryPrimitives.ReadUInt32LittleEndian(entry[16..]),
            offset);
    }

    private static long Widen(long value, ref ReadOnlySpan<byte> field)
    {
        if (value != uint.MaxValue || field.Length < sizeof(long))
        {
            return value;
        }

        long wide = BinaryPrimitives.ReadInt64LittleEndian(field);
        field = field[sizeof(long)..];
        return wide;
    }
}
