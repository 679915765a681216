using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using NetDsl.Data;

namespace NetDsl.Interchange;

/// <summary>Reads the values of a file's metadata; what is missing or broken is an error that names the file and the key.</summary>
/// <param name="metadata">The metadata.</param>
/// <param name="path">The file.</param>
internal sealed class MetadataReader(IReadOnlyDictionary<string, string> metadata, string path)
{
    /// <summary>A text that must be there.</summary>
    public string Text(string key) => metadata.TryGetValue(key, out string? text)
        ? text
        : throw new ModelFormatException(
            path,
            $"its metadata have no '{key}', which every file that NetDsl saved has: it was changed, or another program made it. Save it again.");

    /// <summary>A precision that must be there.</summary>
    public Precision Precision(string key) => this.Text(key) switch
    {
        nameof(NetDsl.Precision.Single) => NetDsl.Precision.Single,
        nameof(NetDsl.Precision.Double) => NetDsl.Precision.Double,
        _ => throw this.Broken(key, "is neither Single nor Double"),
    };

    /// <summary>A whole number of at least 0; 0 where there is none.</summary>
    public T Number<T>(string key)
        where T : INumberBase<T>
    {
        if (!metadata.TryGetValue(key, out string? text))
        {
            return T.Zero;
        }

        return T.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out T? number)
            ? number
            : throw this.Broken(key, $"is no whole number from 0 to {(typeof(T) == typeof(int) ? int.MaxValue : ulong.MaxValue)}");
    }

    /// <summary>A list of names, or null where there is none.</summary>
    public IReadOnlyList<string>? Names(string key)
    {
        if (!metadata.TryGetValue(key, out string? text))
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement.ArrayEnumerator names = document.RootElement.EnumerateArray();
            return names.Select(name => name.GetString() ?? throw new JsonException("A name is null.")).ToArray();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw this.Broken(key, "is no list of names in JSON", error);
        }
    }

    /// <summary>How data are prepared, or null where nothing is said of it.</summary>
    public Preparation? Preparation(string key)
    {
        if (!metadata.TryGetValue(key, out string? text))
        {
            return null;
        }

        try
        {
            return NetDsl.Data.Preparation.FromJson(text);
        }
        catch (FormatException error) when (error.InnerException is KeyNotFoundException unknown)
        {
            throw new ModelFormatException(path, unknown.Message, error);
        }
        catch (FormatException error)
        {
            throw this.Broken(key, "is no preparation of data", error);
        }
    }

    /// <summary>Values in base64, little-endian.</summary>
    public T[] Values<T>(string key)
        where T : unmanaged
    {
        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(this.Text(key));
        }
        catch (FormatException error)
        {
            throw this.Broken(key, "is no base64", error);
        }

        return bytes.Length % Unsafe.SizeOf<T>() == 0
            ? LittleEndian.Read<T>(bytes)
            : throw this.Broken(key, $"has {bytes.Length} bytes, no whole number of values of {Unsafe.SizeOf<T>()}");
    }

    /// <summary>The error of a value that cannot be used.</summary>
    public ModelFormatException Broken(string key, string problem, Exception? inner = null) => new(
        path, $"'{key}' in its metadata {problem}: the file is damaged. Save it again, or take another copy.", inner);
}
