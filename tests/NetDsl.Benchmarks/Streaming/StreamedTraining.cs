using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NetDsl.Benchmarks.Measurement;
using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.Benchmarks.Streaming;

/// <summary>Trains the detector network with the events of a file, as they are read or after they were.</summary>
/// <param name="Source">The events; those in memory where they were read before.</param>
/// <param name="Threads">The threads that share a batch.</param>
internal sealed record StreamedTraining(RowSource Source, int Threads)
{
    /// <summary>The workload that the events are for.</summary>
    public const string Network = "detector";

    // Code is compiled and buffers are touched in the first of them.
    private const int WarmUpBatches = 40;

    /// <summary>In which order the events come; null for the usual one.</summary>
    public ShuffleOrder? Order { get; init; }

    /// <summary>Trains for some time.</summary>
    /// <param name="seconds">How long, after the first batches.</param>
    public StreamResult For(double seconds)
    {
        long begin = 0;
        long end = 0;
        long batches = 0;
        LambdaCallback clock = new()
        {
            BatchEnd = (training, _) =>
            {
                batches++;
                end = Stopwatch.GetTimestamp();
                begin = batches <= WarmUpBatches ? end : begin;
                if (batches > WarmUpBatches && Stopwatch.GetElapsedTime(begin, end).TotalSeconds >= seconds)
                {
                    training.StopTraining("The time is over.");
                }
            },
        };
        return this.Train(int.MaxValue, clock, batch => (batches - WarmUpBatches) * batch / Stopwatch.GetElapsedTime(begin, end).TotalSeconds);
    }

    /// <summary>Trains for one epoch.</summary>
    public StreamResult Once()
    {
        double rate = 0;
        LambdaCallback clock = new() { EpochEnd = (_, log) => rate = log.SamplesPerSecond };
        return this.Train(epochs: 1, clock, _ => rate);
    }

    private StreamResult Train(int epochs, LambdaCallback clock, Func<int, double> rate)
    {
        Workload workload = Workloads.Create(Network);
        Trainer<float> trainer = new(workload.Network, workload.Optimizer) { Seed = 1, Threads = this.Threads, Order = this.Order };
        trainer.Fit(this.Source, epochs: epochs, batchSize: workload.Batch, callbacks: [clock]);
        using Process process = Process.GetCurrentProcess();
        string checksum = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(workload.Network.Parameters.Values)));
        return new StreamResult(rate(workload.Batch), process.PeakWorkingSet64, checksum);
    }
}
