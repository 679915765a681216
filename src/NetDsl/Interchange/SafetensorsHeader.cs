using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NetDsl.Interchange;

/// <summary>The JSON header of a safetensors file: what lies where.</summary>
internal static class SafetensorsHeader
{
    private const string MetadataKey = "__metadata__";

    /// <summary>The header starts on 8 bytes and so do the data, that a reader can map them.</summary>
    private const int Alignment = 8;

    // Names stay readable; nothing of this is ever put into a page.
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The header of tensors that follow each other in this order, filled up with spaces.</summary>
    public static byte[] Write(IReadOnlyList<SafetensorsTensor> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            if (metadata is { Count: > 0 })
            {
                writer.WriteStartObject(MetadataKey);
                foreach ((string key, string value) in metadata.OrderBy(entry => entry.Key, StringComparer.Ordinal))
                {
                    writer.WriteString(key, value);
                }

                writer.WriteEndObject();
            }

            long offset = 0;
            foreach (SafetensorsTensor tensor in tensors)
            {
                WriteTensor(writer, tensor, offset);
                offset += tensor.Data.Length;
            }

            writer.WriteEndObject();
        }

        byte[] header = new byte[(buffer.WrittenCount + Alignment - 1) / Alignment * Alignment];
        header.AsSpan().Fill((byte)' ');
        buffer.WrittenSpan.CopyTo(header);
        return header;
    }

    /// <summary>Reads a header and checks that its tensors fill the data without overlap or gap.</summary>
    /// <param name="path">The file, for errors.</param>
    /// <param name="header">The JSON text.</param>
    /// <param name="dataLength">The bytes that follow it.</param>
    /// <returns>The tensors in order of their data, and the metadata.</returns>
    /// <exception cref="ModelFormatException">Something of this does not hold.</exception>
    public static (List<Entry> Entries, Dictionary<string, string> Metadata) Read(string path, ReadOnlySpan<byte> header, long dataLength)
    {
        if (header.IsEmpty || header[0] != (byte)'{')
        {
            throw new ModelFormatException(path, "the header does not begin with '{': this is no safetensors file.");
        }

        List<Entry> entries = [];
        Dictionary<string, string>? metadata = null;
        try
        {
            Utf8JsonReader reader = new(header);
            reader.Read();
            HashSet<string> names = new(StringComparer.Ordinal);
            while (NextKey(ref reader) is { } name)
            {
                Require(path, names.Add(name), $"the header names '{name}' twice.");
                if (name == MetadataKey)
                {
                    metadata = ReadMetadata(path, ref reader);
                }
                else
                {
                    entries.Add(ReadTensor(path, name, ref reader));
                }
            }

            // Only spaces may follow; anything else throws.
            reader.Read();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new ModelFormatException(path, $"the header is no valid JSON: {error.Message}", error);
        }

        entries.Sort((a, b) => a.Begin != b.Begin ? a.Begin.CompareTo(b.Begin) : a.End.CompareTo(b.End));
        CheckCoverage(path, entries, dataLength);
        return (entries, metadata ?? []);
    }

    private static void WriteTensor(Utf8JsonWriter writer, SafetensorsTensor tensor, long offset)
    {
        if (tensor.Name == MetadataKey)
        {
            throw new ArgumentException($"No tensor may have the name '{MetadataKey}', which the format keeps for itself.");
        }

        writer.WriteStartObject(tensor.Name);
        writer.WriteString("dtype", tensor.Dtype.ToString());
        writer.WriteStartArray("shape");
        foreach (int extent in tensor.Shape)
        {
            writer.WriteNumberValue(extent);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("data_offsets");
        writer.WriteNumberValue(offset);
        writer.WriteNumberValue(offset + tensor.Data.Length);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static Dictionary<string, string> ReadMetadata(string path, ref Utf8JsonReader reader)
    {
        Dictionary<string, string> metadata = new(StringComparer.Ordinal);
        Require(path, reader.Read() && reader.TokenType == JsonTokenType.StartObject, $"'{MetadataKey}' is no object.");
        while (NextKey(ref reader) is { } key)
        {
            Require(path, reader.Read() && reader.TokenType == JsonTokenType.String, $"the metadata '{key}' is no string.");
            Require(path, metadata.TryAdd(key, reader.GetString()!), $"the metadata name '{key}' twice.");
        }

        return metadata;
    }

    private static Entry ReadTensor(string path, string name, ref Utf8JsonReader reader)
    {
        Dtype? dtype = null;
        List<long>? shape = null;
        List<long>? offsets = null;
        Require(path, reader.Read() && reader.TokenType == JsonTokenType.StartObject, $"the header's '{name}' is no object.");
        while (NextKey(ref reader) is { } key)
        {
            switch (key)
            {
                case "dtype" when dtype is null:
                    dtype = ReadDtype(path, name, ref reader);
                    break;
                case "shape" when shape is null:
                    shape = ReadNumbers(path, name, key, ref reader);
                    break;
                case "data_offsets" when offsets is null:
                    offsets = ReadNumbers(path, name, key, ref reader);
                    break;
                default:
                    throw new ModelFormatException(path, $"tensor '{name}' has '{key}' twice, or the format does not know it.");
            }
        }

        if (dtype is null || shape is null || offsets is null)
        {
            throw new ModelFormatException(path, $"tensor '{name}' lacks its dtype, its shape or its data_offsets.");
        }

        Require(path, offsets.Count == 2, $"tensor '{name}' has {offsets.Count} data_offsets; there are two, begin and end.");
        CheckSize(path, name, dtype.Value, shape, offsets[0], offsets[1]);
        return new Entry(name, dtype.Value, [.. shape.Select(extent => (int)extent)], offsets[0], offsets[1]);
    }

    private static Dtype ReadDtype(string path, string name, ref Utf8JsonReader reader)
    {
        reader.Read();
        string? text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        foreach (Dtype dtype in Enum.GetValues<Dtype>())
        {
            if (dtype.ToString() == text)
            {
                return dtype;
            }
        }

        throw new ModelFormatException(
            path, $"tensor '{name}' has the dtype '{text}'; known are {string.Join(", ", Enum.GetNames<Dtype>())}.");
    }

    private static List<long> ReadNumbers(string path, string name, string key, ref Utf8JsonReader reader)
    {
        List<long> numbers = [];
        Require(path, reader.Read() && reader.TokenType == JsonTokenType.StartArray, $"the {key} of tensor '{name}' is no array.");
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            long number = -1;
            bool valid = reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out number) && number >= 0;
            Require(path, valid, $"the {key} of tensor '{name}' has something that is no whole number of at least 0.");
            numbers.Add(number);
        }

        return numbers;
    }

    // In 128 bits nothing overflows: the product stops as soon as it is beyond what any file holds.
    private static void CheckSize(string path, string name, Dtype dtype, List<long> shape, long begin, long end)
    {
        Int128 bytes = SafetensorsTensor.SizeOf(dtype);
        foreach (long extent in shape)
        {
            Require(path, extent <= int.MaxValue, $"tensor '{name}' has an extent of {extent}.");
            bytes *= extent;
            Require(path, bytes <= long.MaxValue, $"tensor '{name}' is larger than any file.");
        }

        string text = string.Join(", ", shape.Select(extent => extent.ToString(CultureInfo.InvariantCulture)));
        Require(
            path,
            end >= begin && end - begin == bytes,
            $"tensor '{name}', {dtype} of shape ({text}), takes {bytes} bytes; its data_offsets {begin} to {end} have {(Int128)end - begin}.");
        Require(
            path, bytes <= Array.MaxLength, $"tensor '{name}' has {bytes} bytes; at most {Array.MaxLength} can be read.");
    }

    private static void CheckCoverage(string path, List<Entry> entries, long dataLength)
    {
        long covered = 0;
        foreach (Entry entry in entries)
        {
            string what = entry.Begin < covered ? "overlaps the one before" : "leaves a gap after the one before";
            Require(
                path, entry.Begin == covered, $"the data of tensor '{entry.Name}' begin at {entry.Begin}, not at {covered}: it {what}.");
            covered = entry.End;
        }

        Require(
            path,
            covered == dataLength,
            $"the header describes {covered} bytes of data, the file has {dataLength}: it was {(covered > dataLength ? "cut off" : "added to")}.");
    }

    /// <returns>The next key of the object at hand, or null at its end.</returns>
    private static string? NextKey(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.PropertyName ? reader.GetString() : null;

    private static void Require(string path, bool holds, string problem)
    {
        if (!holds)
        {
            throw new ModelFormatException(path, problem);
        }
    }

    /// <summary>What the header says of a tensor; its data are from Begin to before End of what follows the header.</summary>
    internal readonly record struct Entry(string Name, Dtype Dtype, int[] Shape, long Begin, long End);
}
