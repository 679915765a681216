using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using NetDsl.Interchange;

namespace NetDsl.Training;

/// <summary>
/// A file of the parameters of a network, as <see cref="ModelFile"/> writes it, and of the state of its training under names with a prefix:
/// numbers and texts in the metadata, arrays as tensors.
/// </summary>
internal sealed class Checkpoint
{
    /// <summary>No layer can have a name that begins so, for it has a point.</summary>
    private const string Prefix = "netdsl.training/";

    /// <summary>The part that says where a training stands.</summary>
    public const string PositionPart = "position";

    /// <summary>The name of the epochs that the trainer had done, in that part.</summary>
    public const string EpochsTrainedName = "epochs_trained";

    /// <summary>What this version writes, and the newest that it can read.</summary>
    private const int FormatVersion = 1;

    private const string VersionKey = Prefix + "version";

    /// <summary>The SHA-256 of the metadata; that of the tensors stands beside it.</summary>
    private const string ChecksumKey = Prefix + "sha256";

    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SafetensorsTensor> arrays = new(StringComparer.Ordinal);

    /// <summary>The state of a part of the training.</summary>
    /// <param name="name">The part.</param>
    public CheckpointState this[string name] => new($"{Prefix}{name}/", this.texts, this.arrays);

    /// <summary>Whether a name of metadata is one that such a file has itself.</summary>
    public static bool IsReserved(string key, NetworkSummary summary) =>
        key.StartsWith(Prefix, StringComparison.Ordinal) || ModelFile.MetadataOf(summary, []).ContainsKey(key);

    /// <summary>Whether a file is there and says that it is a checkpoint.</summary>
    public static bool IsAt(string path)
    {
        try
        {
            return File.Exists(path) && SafetensorsFile.ReadMetadata(path).ContainsKey(VersionKey);
        }
        catch (ModelFormatException)
        {
            return false;
        }
    }

    /// <summary>What a file says of itself.</summary>
    /// <exception cref="ModelFormatException">It is no checkpoint, or one of a newer version.</exception>
    public static IReadOnlyDictionary<string, string> ReadMetadata(string path)
    {
        IReadOnlyDictionary<string, string> metadata = SafetensorsFile.ReadMetadata(path);
        Check(path, metadata);
        return metadata;
    }

    /// <summary>The epochs that the trainer of a file had done; the file's values are not read.</summary>
    /// <exception cref="ModelFormatException">The file is broken or no checkpoint.</exception>
    public static int ReadEpochsTrained(string path)
    {
        Dictionary<string, string> texts = new(ReadMetadata(path), StringComparer.Ordinal);
        CheckpointState position = new($"{Prefix}{PositionPart}/", texts, new(StringComparer.Ordinal));
        try
        {
            return (int)position.RequireInt64(EpochsTrainedName);
        }
        catch (FormatException error)
        {
            throw new ModelFormatException(path, $"the state of the training cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="network">The network that its parameters must fit; it is not changed.</param>
    /// <returns>The state of the training, and the values of the parameters.</returns>
    /// <exception cref="ModelFormatException">The file is broken, no checkpoint, or of another network.</exception>
    public static (Checkpoint Checkpoint, IReadOnlyList<T[]> Parameters) Read<T>(string path, INetwork<T> network)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SafetensorsFile file = SafetensorsFile.Read(path);
        Check(path, file.Metadata);
        IReadOnlyList<T[]> parameters = ModelFile.ReadParameters(network, file, path);
        Checkpoint checkpoint = new();
        foreach ((string key, string text) in file.Metadata)
        {
            checkpoint.texts.Add(key, text);
        }

        foreach (SafetensorsTensor tensor in file.Tensors)
        {
            checkpoint.arrays.Add(tensor.Name, tensor);
        }

        return (checkpoint, parameters);
    }

    /// <summary>Writes the file, as a whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="network">The network.</param>
    /// <param name="metadata">What else the file is to say of itself.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Write<T>(string path, INetwork<T> network, IReadOnlyDictionary<string, string> metadata)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SafetensorsTensor[] tensors =
            [.. network.Parameters.Select(ModelFile.ToTensor), .. this.arrays.Select(entry => entry.Value.WithName(entry.Key))];
        Dictionary<string, string> ofModel = ModelFile.MetadataOf(network.Summary, tensors);
        Dictionary<string, string> all = new(ofModel.Concat(metadata).Concat(this.texts), StringComparer.Ordinal)
        {
            [VersionKey] = FormatVersion.ToString(CultureInfo.InvariantCulture),
        };
        all.Add(ChecksumKey, Checksum(all));
        SafetensorsFile.Write(path, tensors, all);
    }

    private static void Check(string path, IReadOnlyDictionary<string, string> metadata)
    {
        if (!metadata.TryGetValue(VersionKey, out string? text))
        {
            throw new ModelFormatException(path, "the file is no checkpoint of a training: there is nothing in it to go on from.");
        }

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int version) || version > FormatVersion)
        {
            throw new ModelFormatException(
                path,
                $"the file has version '{text}' of the format of checkpoints; this program reads versions up to {FormatVersion}: " +
                "use a newer one.");
        }

        string? expected = metadata.GetValueOrDefault(ChecksumKey);
        if (Checksum(metadata) is string actual && actual != expected)
        {
            throw new ModelFormatException(
                path,
                $"the metadata were changed since the file was saved: their SHA-256 is {actual}, the file says {expected ?? "nothing"}.");
        }
    }

    private static string Checksum(IReadOnlyDictionary<string, string> metadata)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string key in metadata.Keys.Where(key => key != ChecksumKey).Order(StringComparer.Ordinal))
        {
            string text = metadata[key];

            // With the lengths, so that no text can pass for the end of one and the beginning of the next.
            hash.AppendData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{key.Length} {key} {text.Length} {text}\n")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
