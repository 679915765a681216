using System.Text.Json;

namespace NetDsl.Benchmarks.Streaming;

/// <summary>What training took in one process.</summary>
/// <param name="SamplesPerSecond">Training samples a second, after the first batches.</param>
/// <param name="PeakResident">The largest resident set of the process, in bytes.</param>
/// <param name="Parameters">SHA-256 of the trained parameters.</param>
internal sealed record StreamResult(double SamplesPerSecond, long PeakResident, string Parameters)
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Reads a line.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    public static StreamResult Parse(string json) => JsonSerializer.Deserialize<StreamResult>(json, SnakeCase)!;

    /// <summary>The figures as one JSON object on one line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, SnakeCase);
}
