using System.Buffers.Binary;
using NetDsl.Data;

namespace NetDsl.Interchange;

/// <summary>
/// A file of named arrays in the safetensors format (huggingface.co/docs/safetensors): the length of the header in 8 bytes, the
/// header in JSON, the values. It is read by every machine-learning framework and, unlike pickles, can hold no code.
/// </summary>
public sealed class SafetensorsFile
{
    /// <summary>The longest header, as in the reference implementation.</summary>
    private const long MaxHeaderLength = 100_000_000;

    private readonly Dictionary<string, SafetensorsTensor> byName;

    private SafetensorsFile(IReadOnlyList<SafetensorsTensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        this.Tensors = tensors;
        this.Metadata = metadata;
        this.byName = tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
    }

    /// <summary>The tensors in the order of their data.</summary>
    public IReadOnlyList<SafetensorsTensor> Tensors { get; }

    /// <summary>What else the file says of itself; empty where it says nothing.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The tensor of a name.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="KeyNotFoundException">There is none of that name; the message lists those there are.</exception>
    public SafetensorsTensor this[string name] => this.byName.TryGetValue(name, out SafetensorsTensor? tensor)
        ? tensor
        : throw new KeyNotFoundException($"The file has no tensor '{name}'. It has: {string.Join(", ", this.byName.Keys)}.");

    /// <summary>Whether there is a tensor of a name.</summary>
    /// <param name="name">The name.</param>
    public bool Contains(string name) => this.byName.ContainsKey(name);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ModelFormatException">The file breaks the rules of the format; the message says which.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static SafetensorsFile Read(string path)
    {
        using FileStream stream = Open(path);
        (List<SafetensorsHeader.Entry> entries, Dictionary<string, string> metadata) = ReadHeader(stream, path);
        SafetensorsTensor[] tensors = new SafetensorsTensor[entries.Count];
        for (int i = 0; i < tensors.Length; i++)
        {
            SafetensorsHeader.Entry entry = entries[i];
            byte[] data = new byte[entry.End - entry.Begin];
            stream.ReadExactly(data);
            tensors[i] = new SafetensorsTensor(entry.Name, entry.Dtype, entry.Shape, data);
        }

        return new SafetensorsFile(tensors, metadata);
    }

    /// <summary>Reads what a file says of itself, without its values. The header is checked against the length of the file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ModelFormatException">The file breaks the rules of the format; the message says which.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> ReadMetadata(string path)
    {
        using FileStream stream = Open(path);
        return ReadHeader(stream, path).Metadata;
    }

    /// <summary>
    /// Writes a file, sorted as the reference implementation does: by element type, the widest first, then by name. A reader sees the old
    /// file or the whole new one, never a part; nothing is left behind where it fails.
    /// </summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="tensors">The tensors, each name once.</param>
    /// <param name="metadata">What else the file says of itself, or null.</param>
    /// <exception cref="ArgumentException">A name comes twice, or is one the format keeps for itself.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, IEnumerable<SafetensorsTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        SafetensorsTensor[] sorted = [.. tensors.OrderByDescending(tensor => tensor.Dtype).ThenBy(tensor => tensor.Name, StringComparer.Ordinal)];
        if (sorted.GroupBy(tensor => tensor.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The name '{twice.Key}' comes {twice.Count()} times; each tensor needs a name of its own.", nameof(tensors));
        }

        byte[] header = SafetensorsHeader.Write(sorted, metadata);
        AtomicFile.Write(path, stream =>
        {
            Span<byte> prefix = stackalloc byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)header.Length);
            stream.Write(prefix);
            stream.Write(header);
            foreach (SafetensorsTensor tensor in sorted)
            {
                stream.Write(tensor.Data);
            }
        });
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read);

    private static (List<SafetensorsHeader.Entry> Entries, Dictionary<string, string> Metadata) ReadHeader(FileStream stream, string path)
    {
        Span<byte> prefix = stackalloc byte[sizeof(ulong)];
        if (stream.Length < prefix.Length)
        {
            throw new ModelFormatException(path, $"the file has {stream.Length} bytes; a safetensors file has at least {prefix.Length}.");
        }

        stream.ReadExactly(prefix);
        ulong headerLength = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (headerLength > MaxHeaderLength)
        {
            throw new ModelFormatException(
                path, $"the header would have {headerLength} bytes, more than {MaxHeaderLength}: this is no safetensors file.");
        }

        long dataLength = stream.Length - prefix.Length - (long)headerLength;
        if (dataLength < 0)
        {
            throw new ModelFormatException(
                path, $"the header should have {headerLength} bytes, the file has only {stream.Length - prefix.Length} more: it was cut off.");
        }

        byte[] header = new byte[headerLength];
        stream.ReadExactly(header);
        return SafetensorsHeader.Read(path, header, dataLength);
    }
}
