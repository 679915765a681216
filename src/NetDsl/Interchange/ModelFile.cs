using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using NetDsl.Training;

namespace NetDsl.Interchange;

/// <summary>Saves and loads networks. The file is a safetensors file, each parameter under its name in its natural shape and order.</summary>
public static class ModelFile
{
    /// <summary>What this version writes, and the newest that it can read.</summary>
    private const int FormatVersion = 1;

    /// <summary>What is no parameter has a name that begins so; no layer can, for its name has no point.</summary>
    private const string ReservedPrefix = "netdsl.";

    private const string VersionKey = "netdsl.version";
    private const string NetworkKey = "netdsl.network";
    private const string PrecisionKey = "netdsl.precision";
    private const string ChecksumKey = "netdsl.sha256";

    /// <summary>As many differences as a person reads.</summary>
    private const int DifferencesShown = 12;

    /// <summary>Saves the parameters of a network. The file that was there stays as it was where this fails.</summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="path">The file, usually with the extension .safetensors; one that is there is replaced.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void SaveParameters<T>(INetwork<T> network, string path)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SafetensorsTensor[] tensors = [.. network.Parameters.Select(ToTensor)];
        SafetensorsFile.Write(path, tensors, MetadataOf(network.Summary, tensors));
    }

    /// <summary>
    /// Loads the parameters of a network. The file must have exactly its parameters: the same names, shapes and precision. It may come from
    /// another program; one that was saved here is refused as well where its values were changed since. Of a checkpoint that
    /// <see cref="BackupAndRestore"/> saved the parameters are loaded, and nothing else.
    /// </summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="network">The network, which stays as it was where this fails.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="ModelFormatException">The file is broken or belongs to another network; the message lists what differs.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static void LoadParameters<T>(INetwork<T> network, string path)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        IReadOnlyList<T[]> values = ReadParameters(network, SafetensorsFile.Read(path), path);
        foreach ((Parameter<T> parameter, T[] loaded) in network.Parameters.Zip(values))
        {
            parameter.CopyFrom(loaded);
        }
    }

    /// <summary>The values of all parameters that a file has for a network, which is not changed.</summary>
    /// <exception cref="ModelFormatException">They were changed since they were saved, or belong to another network.</exception>
    internal static IReadOnlyList<T[]> ReadParameters<T>(INetwork<T> network, SafetensorsFile file, string path)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        CheckVersion(file, path);
        CheckArchitecture(network, file, path);
        CheckChecksum(file, path);
        return [.. network.Parameters.Select(parameter => FiniteValues(parameter, file, path))];
    }

    /// <summary>What a file of some tensors says of itself.</summary>
    internal static Dictionary<string, string> MetadataOf(NetworkSummary summary, IEnumerable<SafetensorsTensor> tensors) => new()
    {
        [VersionKey] = FormatVersion.ToString(CultureInfo.InvariantCulture),
        [NetworkKey] = summary.Name,
        [PrecisionKey] = summary.Precision.ToString(),
        [ChecksumKey] = Checksum(tensors),
    };

    /// <summary>A parameter as a tensor.</summary>
    internal static SafetensorsTensor ToTensor<T>(Parameter<T> parameter)
        where T : unmanaged => parameter.ToArray() switch
        {
            float[] singles => SafetensorsTensor.Create(parameter.Name, parameter.Shape, singles),
            double[] doubles => SafetensorsTensor.Create(parameter.Name, parameter.Shape, doubles),
            _ => throw new NotSupportedException($"Parameters of type {typeof(T)} cannot be saved."),
        };

    private static void CheckVersion(SafetensorsFile file, string path)
    {
        if (file.Metadata.TryGetValue(VersionKey, out string? text)
            && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int version) && version <= FormatVersion))
        {
            throw new ModelFormatException(
                path, $"the file has version '{text}' of the model format; this program reads versions up to {FormatVersion}: use a newer one.");
        }
    }

    private static void CheckArchitecture<T>(INetwork<T> network, SafetensorsFile file, string path)
        where T : unmanaged
    {
        Dtype dtype = typeof(T) == typeof(double) ? Dtype.F64 : Dtype.F32;
        List<string> differences = [];
        foreach (Parameter<T> parameter in network.Parameters)
        {
            if (!file.Contains(parameter.Name))
            {
                differences.Add($"'{parameter.Name}' is missing");
                continue;
            }

            SafetensorsTensor tensor = file[parameter.Name];
            if (!tensor.Shape.SequenceEqual(parameter.Shape))
            {
                differences.Add($"'{parameter.Name}' has shape {Text(tensor.Shape)}, not {Text(parameter.Shape)}");
            }

            if (tensor.Dtype != dtype)
            {
                differences.Add($"'{parameter.Name}' has precision {tensor.Dtype}, not {dtype}");
            }
        }

        differences.AddRange(file.Tensors
            .Where(tensor => !network.Parameters.Contains(tensor.Name) && !tensor.Name.StartsWith(ReservedPrefix, StringComparison.Ordinal))
            .Select(tensor => $"'{tensor.Name}' is not in the network"));
        if (differences.Count > 0)
        {
            string of = file.Metadata.TryGetValue(NetworkKey, out string? name) ? $" of '{name}'" : string.Empty;
            string more = differences.Count > DifferencesShown ? $"; and {differences.Count - DifferencesShown} more" : string.Empty;
            throw new ModelFormatException(
                path,
                $"the parameters{of} are not those of the network {network.Summary.Name}: " +
                $"{string.Join("; ", differences.Take(DifferencesShown))}{more}.");
        }
    }

    private static void CheckChecksum(SafetensorsFile file, string path)
    {
        if (file.Metadata.TryGetValue(ChecksumKey, out string? expected) && Checksum(file.Tensors) is string actual && actual != expected)
        {
            throw new ModelFormatException(
                path,
                $"the values were changed since the file was saved: their SHA-256 is {actual}, the file says {expected}. " +
                $"Where that was meant, remove '{ChecksumKey}' from its metadata.");
        }
    }

    private static string Checksum(IEnumerable<SafetensorsTensor> tensors)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (SafetensorsTensor tensor in tensors.OrderBy(tensor => tensor.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{tensor.Name}\n{tensor.Dtype}\n{Text(tensor.Shape)}\n"));
            hash.AppendData(tensor.Data);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static T[] FiniteValues<T>(Parameter<T> parameter, SafetensorsFile file, string path)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] values = file[parameter.Name].ToArray<T>();
        int wrong = Array.FindIndex(values, value => !T.IsFinite(value));
        return wrong < 0
            ? values
            : throw new ModelFormatException(
                path, FormattableString.Invariant($"value {wrong} of '{parameter.Name}' is {values[wrong]}; a network needs finite parameters."));
    }

    private static string Text(IReadOnlyList<int> shape) =>
        "(" + string.Join(", ", shape.Select(extent => extent.ToString(CultureInfo.InvariantCulture))) + ")";
}
