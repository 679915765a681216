using System.Text.Json;
using System.Text.Json.Serialization;

namespace NetDsl.Benchmarks.Comparison;

/// <summary>Comparisons kept in a file, so that workloads can be measured at different times, one by one, and shown in one table.</summary>
internal static class ComparisonFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        WriteIndented = true,
    };

    /// <summary>Reads what is kept; nothing where there is no such file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="MeasurementException">It is not such a file.</exception>
    public static IReadOnlyList<WorkloadComparison> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            return JsonSerializer.Deserialize<WorkloadComparison[]>(File.ReadAllText(path), Options) ?? [];
        }
        catch (JsonException error)
        {
            throw new MeasurementException($"{path} was not written by compare: {error.Message} Name another file, or delete it.");
        }
    }

    /// <summary>Writes comparisons.</summary>
    /// <param name="path">The file.</param>
    /// <param name="comparisons">All that it is to keep.</param>
    public static void Write(string path, IReadOnlyList<WorkloadComparison> comparisons) =>
        File.WriteAllText(path, JsonSerializer.Serialize(comparisons, Options) + "\n");
}
