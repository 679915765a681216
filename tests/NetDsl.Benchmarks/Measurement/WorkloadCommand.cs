using NetDsl.Evaluation;

namespace NetDsl.Benchmarks.Measurement;

/// <summary>Measures one workload and prints its figures.</summary>
internal sealed class WorkloadCommand : ICommand
{
    private const string Threads = "--threads";
    private const string Seconds = "--seconds";

    /// <inheritdoc/>
    public string Name => "WORKLOAD";

    /// <inheritdoc/>
    public string Usage =>
        """
        WORKLOAD [--threads N] [--seconds S]
            measures a workload and prints its figures as one JSON object on the last line
            N: the threads that share a batch, 1 unless told; S: the seconds of each measurement, 3 unless told
        """;

    /// <inheritdoc/>
    public IReadOnlyList<string> Options => [Threads, Seconds];

    /// <inheritdoc/>
    public Action Read(CommandLine line)
    {
        string name = line.OneWorkload();
        int threads = line.Number(Threads, 1, 1, 1024);
        double seconds = line.Number(Seconds, 3, 0.001, 3600);
        return () => Run(name, threads, seconds);
    }

    private static void Run(string name, int threads, double seconds)
    {
        Workload workload = Workloads.Create(name);
        Console.WriteLine(workload.Network.Summary);
        PerformanceMeasurement<float> measurement = workload.Measurement(threads);
        double trainingRate = measurement.TrainingRate(workload.Optimizer, seconds);
        double inferenceRate = measurement.PredictionRate(seconds);
        double latency = 1e6 / measurement.SingleRate(seconds);
        double peak = PeakThroughput.OperationsPerSecond(threads, seconds);
        Throughput training = new(trainingRate, measurement.Operations.Training, peak);
        Throughput inference = new(inferenceRate, measurement.Operations.Inference, peak);
        WorkloadResult result = new(
            name,
            threads,
            workload.Network.Summary.ParameterCount,
            workload.Batch,
            Math.Round(training.SamplesPerSecond, 1),
            Math.Round(inference.SamplesPerSecond, 1),
            Math.Round(latency, 3),
            Math.Round(peak / 1e9, 2),
            Math.Round(training.FractionOfPeak, 4),
            Math.Round(inference.FractionOfPeak, 4));
        Console.WriteLine(result.ToJson());
    }
}
