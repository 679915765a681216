using System.Text.Json;

namespace NetDsl.Benchmarks.Startup;

/// <summary>The first seconds of training in one process, in seconds.</summary>
/// <param name="Construction">The network, the buffers and the optimiser's state.</param>
/// <param name="FirstStep">The first training step.</param>
/// <param name="Total">Both.</param>
/// <param name="Compilation">The part of <paramref name="Total"/> in which the run-time compiler worked on the calling thread.</param>
/// <param name="CompiledMethods">What it compiled then.</param>
/// <param name="CompiledBytes">The bytes of their intermediate language.</param>
/// <param name="Lost">
/// How much later the steps of the whole measurement ended than if all, the first included, had run as fast as the last tenth.
/// </param>
internal sealed record StartupResult(
    double Construction, double FirstStep, double Total, double Compilation, int CompiledMethods, long CompiledBytes, double Lost)
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Reads a line.</summary>
    /// <param name="json">What <see cref="ToJson"/> wrote.</param>
    public static StartupResult Parse(string json) => JsonSerializer.Deserialize<StartupResult>(json, SnakeCase)!;

    /// <summary>The figures as one JSON object on one line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, SnakeCase);
}
