using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using NetDsl.Training;

namespace NetDsl.Interchange;

/// <summary>
/// Saves and loads networks. The file is a safetensors file, each parameter under its name in its natural shape and order, which every
/// machine-learning framework reads. A model file says in its metadata what the network is as well, and holds samples with the
/// network's answers, which are compared when it is loaded.
/// </summary>
public static class ModelFile
{
    /// <summary>What this version writes, and the newest that it can read.</summary>
    private const int FormatVersion = 1;

    /// <summary>As many differences as a person reads.</summary>
    private const int DifferencesShown = 12;

    /// <summary>Saves the parameters of a network. The file that was there stays as it was where this fails.</summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="path">The file, usually with the extension .safetensors; one that is there is replaced.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void SaveParameters<T>(INetwork<T> network, string path)
        where T : unmanaged, IFloatingPointIeee754<T> => Write(network, path, new Dictionary<string, string>());

    /// <summary>
    /// Saves a network whole: its parameters, its description, and a few samples with its answers. The file that was there stays as it was
    /// where this fails.
    /// </summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="path">The file, usually with the extension .safetensors; one that is there is replaced.</param>
    /// <param name="description">What the file is to say; null for what the network itself knows.</param>
    /// <exception cref="ArgumentException">The description is that of another network.</exception>
    /// <exception cref="InvalidOperationException">A parameter is not finite, so that nobody could load it.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Save<T>(INetwork<T> network, string path, ModelDescription? description = null)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        description ??= ModelDescription.Of(network.Summary);
        if (description.NetworkName != network.Summary.Name || description.Precision != network.Summary.Precision)
        {
            throw new ArgumentException(
                $"The description is of {description.NetworkName} in {description.Precision} precision, the network is " +
                $"{network.Summary.Name} in {network.Summary.Precision}.",
                nameof(description));
        }

        if (network.Parameters.Select(NotFinite).FirstOrDefault(problem => problem is not null) is { } problem)
        {
            throw new InvalidOperationException(
                $"{network.Summary.Name} cannot be saved: {problem}. Its training diverged; train it anew, with a lower learning rate.");
        }

        Dictionary<string, string> metadata = new(description.ToMetadata());
        SelfTest<T>.Of(network)?.AddTo(metadata);
        Write(network, path, metadata);
    }

    /// <summary>What a file says of its network. Its values are not read.</summary>
    /// <param name="path">The file: a model file, a checkpoint, or one of parameters.</param>
    /// <returns>The description; null for a file of another program, which says nothing.</returns>
    /// <exception cref="ModelFormatException">The file is broken, or its description was changed.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static ModelDescription? ReadDescription(string path)
    {
        IReadOnlyDictionary<string, string> metadata = SafetensorsFile.ReadMetadata(path);
        CheckVersion(metadata, path);
        return ModelDescription.Read(metadata, path);
    }

    /// <summary>
    /// Loads a network whole: its parameters, as <see cref="LoadParameters"/> does, and where the file holds samples with answers, the
    /// network must answer them as it did when it was saved.
    /// </summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="network">The network, which stays as it was where this fails.</param>
    /// <param name="path">The file.</param>
    /// <returns>What the file says of the network; null for one of another program, which says nothing.</returns>
    /// <exception cref="ModelFormatException">
    /// The file is broken or belongs to another network, or the network answers otherwise; the message says how.
    /// </exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static ModelDescription? Load<T>(INetwork<T> network, string path)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SafetensorsFile file = SafetensorsFile.Read(path);
        T[] before = network.Parameters.Values.ToArray();
        SetParameters(network, file, path);
        try
        {
            ModelDescription? description = ModelDescription.Read(file.Metadata, path);
            if (SelfTest<T>.Read(file.Metadata, path, network.Summary)?.Mismatch(network) is { } mismatch)
            {
                throw new ModelFormatException(
                    path,
                    $"the network {network.Summary.Name} does not answer as the one that was saved: {mismatch}. It has the same parameters, " +
                    "but computes something else with them: load the file into the network that was saved, with the version of NetDsl " +
                    "that saved it.");
            }

            return description;
        }
        catch
        {
            before.CopyTo(network.Parameters.Values);
            throw;
        }
    }

    /// <summary>
    /// Loads the parameters of a network. The file must have exactly its parameters: the same names, shapes and precision. It may come from
    /// another program; one that was saved here is refused as well where its values were changed since.
    /// </summary>
    /// <typeparam name="T">The element type of the network.</typeparam>
    /// <param name="network">The network, which stays as it was where this fails.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="ModelFormatException">The file is broken or belongs to another network; the message lists what differs.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static void LoadParameters<T>(INetwork<T> network, string path)
        where T : unmanaged, IFloatingPointIeee754<T> => SetParameters(network, SafetensorsFile.Read(path), path);

    /// <summary>The values of all parameters that a file has for a network, which is not changed.</summary>
    /// <exception cref="ModelFormatException">They were changed since they were saved, or belong to another network.</exception>
    internal static IReadOnlyList<T[]> ReadParameters<T>(INetwork<T> network, SafetensorsFile file, string path)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        CheckVersion(file.Metadata, path);
        CheckArchitecture(network, file, path);
        CheckChecksum(file, path);
        return [.. network.Parameters.Select(parameter => FiniteValues(parameter, file, path))];
    }

    /// <summary>What a file of some tensors says of itself.</summary>
    internal static Dictionary<string, string> MetadataOf(NetworkSummary summary, IEnumerable<SafetensorsTensor> tensors) => new()
    {
        [ModelMetadata.Version] = FormatVersion.ToString(CultureInfo.InvariantCulture),
        [ModelMetadata.NetworkName] = summary.Name,
        [ModelMetadata.Precision] = summary.Precision.ToString(),
        [ModelMetadata.TensorChecksum] = Checksum(tensors),
    };

    /// <summary>A parameter as a tensor.</summary>
    internal static SafetensorsTensor ToTensor<T>(Parameter<T> parameter)
        where T : unmanaged => parameter.ToArray() switch
        {
            float[] singles => SafetensorsTensor.Create(parameter.Name, parameter.Shape, singles),
            double[] doubles => SafetensorsTensor.Create(parameter.Name, parameter.Shape, doubles),
            _ => throw new NotSupportedException($"Parameters of type {typeof(T)} cannot be saved."),
        };

    private static void Write<T>(INetwork<T> network, string path, IReadOnlyDictionary<string, string> metadata)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SafetensorsTensor[] tensors = [.. network.Parameters.Select(ToTensor)];
        Dictionary<string, string> all = MetadataOf(network.Summary, tensors);
        foreach ((string key, string text) in metadata)
        {
            all[key] = text;
        }

        SafetensorsFile.Write(path, tensors, all);
    }

    private static void SetParameters<T>(INetwork<T> network, SafetensorsFile file, string path)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach ((Parameter<T> parameter, T[] loaded) in network.Parameters.Zip(ReadParameters(network, file, path)))
        {
            parameter.CopyFrom(loaded);
        }
    }

    private static void CheckVersion(IReadOnlyDictionary<string, string> metadata, string path)
    {
        bool IsKnown(string text) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int version) && version is >= 1 and <= FormatVersion;
        if (metadata.TryGetValue(ModelMetadata.Version, out string? text) && !IsKnown(text))
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

        IEnumerable<SafetensorsTensor> unknown = file.Tensors.Where(tensor => IsParameter(tensor) && !network.Parameters.Contains(tensor.Name));
        differences.AddRange(unknown.Select(tensor => $"'{tensor.Name}' is not in the network"));
        if (differences.Count > 0)
        {
            string of = file.Metadata.TryGetValue(ModelMetadata.NetworkName, out string? name) ? $" of '{name}'" : string.Empty;
            string more = differences.Count > DifferencesShown ? $"; and {differences.Count - DifferencesShown} more" : string.Empty;
            throw new ModelFormatException(
                path,
                $"the parameters{of} are not those of the network {network.Summary.Name}: " +
                $"{string.Join("; ", differences.Take(DifferencesShown))}{more}.");
        }
    }

    private static void CheckChecksum(SafetensorsFile file, string path)
    {
        if (file.Metadata.TryGetValue(ModelMetadata.TensorChecksum, out string? expected)
            && Checksum(file.Tensors) is string actual && actual != expected)
        {
            throw new ModelFormatException(
                path,
                $"the values were changed since the file was saved: their SHA-256 is {actual}, the file says {expected}. " +
                $"Where that was meant, remove '{ModelMetadata.TensorChecksum}' from its metadata.");
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
        return NotFinite(parameter.Name, values) is { } problem
            ? throw new ModelFormatException(path, $"{problem}; a network needs finite parameters.")
            : values;
    }

    private static string? NotFinite<T>(Parameter<T> parameter)
        where T : unmanaged, IFloatingPointIeee754<T> => NotFinite(parameter.Name, parameter.ToArray());

    private static string? NotFinite<T>(string name, T[] values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int wrong = Array.FindIndex(values, value => !T.IsFinite(value));
        return wrong < 0 ? null : FormattableString.Invariant($"value {wrong} of '{name}' is {values[wrong]}");
    }

    private static bool IsParameter(SafetensorsTensor tensor) =>
        !tensor.Name.StartsWith(ModelMetadata.Prefix, StringComparison.Ordinal);

    private static string Text(IReadOnlyList<int> shape) =>
        "(" + string.Join(", ", shape.Select(extent => extent.ToString(CultureInfo.InvariantCulture))) + ")";
}
