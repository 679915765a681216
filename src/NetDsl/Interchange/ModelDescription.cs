using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.Interchange;

/// <summary>What a model file says of its network, besides the parameters.</summary>
/// <param name="NetworkName">The name of the network's class.</param>
/// <param name="Precision">The element type.</param>
public sealed record ModelDescription(string NetworkName, Precision Precision)
{
    private static readonly string[] Keys =
    [
        ModelMetadata.Declaration, ModelMetadata.Classes, ModelMetadata.FeatureNames, ModelMetadata.TargetNames,
        ModelMetadata.EpochsTrained, ModelMetadata.Seed, ModelMetadata.Preparation,
    ];

    /// <summary>The C# text that declares the network; null for a file that holds parameters alone.</summary>
    public string? Declaration { get; init; }

    /// <summary>The names of the classes it tells apart, or null.</summary>
    public IReadOnlyList<string>? Classes { get; init; }

    /// <summary>The names of the features in order, or null.</summary>
    public IReadOnlyList<string>? FeatureNames { get; init; }

    /// <summary>The names of the targets in order, or null.</summary>
    public IReadOnlyList<string>? TargetNames { get; init; }

    /// <summary>The epochs it was trained for.</summary>
    public int EpochsTrained { get; init; }

    /// <summary>What its first parameters were drawn from.</summary>
    public ulong Seed { get; init; }

    /// <summary>How data are to be prepared for it: as those that it was trained with. Null where they go in as they come.</summary>
    public Preparation? Preparation { get; init; }

    /// <summary>What a network knows of itself.</summary>
    /// <param name="summary">What the network is.</param>
    public static ModelDescription Of(NetworkSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return new ModelDescription(summary.Name, summary.Precision)
        {
            Declaration = summary.Declaration.Length == 0 ? null : summary.Declaration,
        };
    }

    /// <summary>
    /// What a file is to say, as its metadata: a checkpoint that says it can be read as a model. Name and precision are not among it; every
    /// file of a network says them anyway.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="EpochsTrained"/> is negative.</exception>
    public IReadOnlyDictionary<string, string> ToMetadata()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(this.EpochsTrained);
        Dictionary<string, string> metadata = [];
        void Add(string key, string? value)
        {
            if (value is not null)
            {
                metadata.Add(key, value);
            }
        }

        Add(ModelMetadata.Declaration, this.Declaration);
        Add(ModelMetadata.Classes, ToJson(this.Classes));
        Add(ModelMetadata.FeatureNames, ToJson(this.FeatureNames));
        Add(ModelMetadata.TargetNames, ToJson(this.TargetNames));
        Add(ModelMetadata.EpochsTrained, this.EpochsTrained.ToString(CultureInfo.InvariantCulture));
        Add(ModelMetadata.Seed, this.Seed.ToString(CultureInfo.InvariantCulture));
        Add(ModelMetadata.Preparation, this.Preparation?.ToJson());
        Add(ModelMetadata.DescriptionChecksum, Checksum(metadata));
        return metadata;
    }

    /// <summary>Reads what a file says; null where it says nothing of a network, as one of another program.</summary>
    /// <exception cref="ModelFormatException">Something is missing, cannot be read or was changed.</exception>
    internal static ModelDescription? Read(IReadOnlyDictionary<string, string> metadata, string path)
    {
        if (!metadata.Keys.Any(key => key.StartsWith(ModelMetadata.Prefix, StringComparison.Ordinal)))
        {
            return null;
        }

        string actual = Checksum(metadata);
        if (metadata.TryGetValue(ModelMetadata.DescriptionChecksum, out string? expected) && actual != expected)
        {
            throw new ModelFormatException(
                path,
                $"the description of the network was changed since the file was saved: its SHA-256 is {actual}, the file says " +
                $"{expected}. Where that was meant, remove '{ModelMetadata.DescriptionChecksum}' from its metadata.");
        }

        MetadataReader reader = new(metadata, path);
        return new ModelDescription(reader.Text(ModelMetadata.NetworkName), reader.Precision(ModelMetadata.Precision))
        {
            Declaration = metadata.GetValueOrDefault(ModelMetadata.Declaration),
            Classes = reader.Names(ModelMetadata.Classes),
            FeatureNames = reader.Names(ModelMetadata.FeatureNames),
            TargetNames = reader.Names(ModelMetadata.TargetNames),
            EpochsTrained = reader.Number<int>(ModelMetadata.EpochsTrained),
            Seed = reader.Number<ulong>(ModelMetadata.Seed),
            Preparation = reader.Preparation(ModelMetadata.Preparation),
        };
    }

    // Written by hand, since the serialiser would have to be generated for this one type.
    private static string? ToJson(IReadOnlyList<string>? names) => names is null
        ? null
        : "[" + string.Join(",", names.Select(name => $"\"{JsonEncodedText.Encode(name)}\"")) + "]";

    private static string Checksum(IReadOnlyDictionary<string, string> metadata)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string key in Keys)
        {
            if (metadata.TryGetValue(key, out string? value))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{key}\n{value.Length}\n{value}\n")));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
