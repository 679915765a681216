using System.Text.Json;

namespace NetDsl.Benchmarks.Measurement;

/// <summary>The figures of one workload.</summary>
/// <param name="Workload">Its name.</param>
/// <param name="Threads">The threads that shared a batch, and that reached the peak.</param>
/// <param name="Parameters">The trained values of the network.</param>
/// <param name="Batch">The samples of a step.</param>
/// <param name="TrainSamplesPerS">Training samples in a second: forward, loss, backward, optimiser.</param>
/// <param name="InferSamplesPerS">Predictions in a second, a batch at once.</param>
/// <param name="LatencyUs">The time of one sample's prediction, in microseconds, by one thread.</param>
/// <param name="PeakGflops">10^9 floating-point operations in a second among registers.</param>
/// <param name="TrainFractionOfPeak">The part of them that training used.</param>
/// <param name="InferFractionOfPeak">The part of them that predictions used.</param>
internal sealed record WorkloadResult(
    string Workload,
    int Threads,
    long Parameters,
    int Batch,
    double TrainSamplesPerS,
    double InferSamplesPerS,
    double LatencyUs,
    double PeakGflops,
    double TrainFractionOfPeak,
    double InferFractionOfPeak)
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The figures as one JSON object on one line.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, SnakeCase);
}
