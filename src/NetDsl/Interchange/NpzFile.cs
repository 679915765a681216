using System.IO.Compression;
using NetDsl.Data;

namespace NetDsl.Interchange;

/// <summary>
/// Reads and writes NPZ, NumPy's format for several arrays (savez, savez_compressed): a zip file of NPY files. Check sums are held against the
/// bytes where an array is read as a whole.
/// </summary>
public static class NpzFile
{
    // The earliest time that a zip file can give; the same arrays give the same bytes.
    private static readonly DateTimeOffset WrittenAt = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether a file is a zip file with NPY files in it.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">It begins as a zip file and is broken.</exception>
    public static bool IsNpz(string path)
    {
        using (StoredBytes bytes = new FileBytes(path))
        {
            Span<byte> start = stackalloc byte[4];
            if (bytes.Length < start.Length)
            {
                return false;
            }

            bytes.Read(0, start);
            if (!ZipDirectory.IsStart(start))
            {
                return false;
            }
        }

        using NpzArchive archive = new(path);
        return archive.Names.Count > 0;
    }

    /// <summary>The arrays of a file, of which only the headers are read.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">It is no NPZ file, or broken.</exception>
    public static IReadOnlyList<NpzArray> List(string path)
    {
        using NpzArchive archive = new(path);
        return [.. archive.Names.Select(archive.Describe)];
    }

    /// <summary>Reads an array of numbers.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What the array is called.</param>
    /// <param name="largestUnpackedSize">
    /// The most bytes that it may unpack to where it is packed; null for four times the size of the file and 64 MiB.
    /// </param>
    /// <exception cref="DataFormatException">There is no such array, or it holds something else, or the file is broken.</exception>
    public static NpyArray Read(string path, string name, long? largestUnpackedSize = null)
    {
        using NpzArchive archive = new(path, largestUnpackedSize);
        return NpyFile.Read(archive.Whole(name));
    }

    /// <summary>Opens an array of records as a table: see <see cref="NpyFile.OpenTable"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What the array is called.</param>
    /// <param name="largestUnpackedSize">
    /// The most bytes that it may unpack to where it is packed; null for four times the size of the file and 64 MiB.
    /// </param>
    /// <exception cref="DataFormatException">There is no such array, or it holds no records, or the file is broken.</exception>
    public static TableFile OpenTable(string path, string name, long? largestUnpackedSize = null)
    {
        NpzArchive archive = new(path, largestUnpackedSize);
        try
        {
            return NpyTable.Of(archive.Whole(name), archive.Bytes);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>Writes arrays, as NumPy's savez does. A file that is there is replaced only when all is written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="arrays">The arrays by their names.</param>
    /// <param name="compress">Whether they are packed, as savez_compressed does it; rows of a packed array cannot be read alone.</param>
    /// <exception cref="ArgumentException">Two arrays have the same name.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IEnumerable<KeyValuePair<string, NpyArray>> arrays, bool compress = false) => WriteEntries(
        path,
        [.. arrays.Select(array => new KeyValuePair<string, Action<Stream>>(array.Key, stream => NpyFile.Write(stream, array.Value)))],
        compress);

    /// <summary>Writes NPY files into one file.</summary>
    internal static void WriteEntries(string path, IReadOnlyList<KeyValuePair<string, Action<Stream>>> arrays, bool compress)
    {
        if (arrays.GroupBy(array => array.Key, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"There are two arrays '{twice.Key}'; each needs a name of its own.", nameof(arrays));
        }

        AtomicFile.Write(path, stream =>
        {
            using ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true);
            foreach ((string name, Action<Stream> write) in arrays)
            {
                ZipArchiveEntry entry = archive.CreateEntry($"{name}.npy", compress ? CompressionLevel.Optimal : CompressionLevel.NoCompression);
                entry.LastWriteTime = WrittenAt;
                using Stream content = entry.Open();
                write(content);
            }
        });
    }
}
