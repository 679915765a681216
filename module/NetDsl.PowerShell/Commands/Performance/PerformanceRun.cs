using System.Numerics;
using NetDsl.Data;
using NetDsl.Evaluation;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>The measurements of one model, one after the other.</summary>
/// <typeparam name="T">The element type of the network.</typeparam>
/// <param name="network">A network that may be trained.</param>
/// <param name="batch">One batch.</param>
/// <param name="options">How it is measured.</param>
/// <param name="progress">Is told what begins.</param>
/// <param name="cancellation">Ends the measurements.</param>
internal sealed class PerformanceRun<T>(
    INetwork<T> network, Dataset batch, PerformanceOptions options, ActivityProgress progress, CancellationToken cancellation)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const double OperationsPerGflop = 1e9;
    private const double MicrosecondsPerSecond = 1e6;

    private readonly PerformanceMeasurement<T> measurement = new(network, batch, options.Threads);
    private int done;

    /// <summary>Measures.</summary>
    /// <param name="model">The model that the network is a copy of.</param>
    public NetPerformance Measure(NetModel model)
    {
        // Training comes last: long training on one batch may end in numbers that are too small to be fast.
        double peak = this.Peak(options.Threads);
        Throughput? prediction = this.Has(PerformanceMode.Prediction) ? this.Prediction(peak) : null;
        (LatencyQuantiles? latency, Throughput? single) = this.Has(PerformanceMode.Latency) ? this.Latency(peak) : (null, null);
        Throughput? training = this.Has(PerformanceMode.Training) ? this.Training(peak) : null;
        return new NetPerformance(
            model, options.Optimizer, batch.Count, options.Threads, peak / OperationsPerGflop, training, prediction, single, latency);
    }

    private bool Has(PerformanceMode mode) => options.Modes.Contains(mode);

    private double Peak(int threads)
    {
        this.Begin(threads == 1 ? "Peak of one thread" : $"Peak of {threads} threads");
        return PeakThroughput.OperationsPerSecond(threads, options.Seconds, network.Summary.Precision, cancellation);
    }

    private Throughput Prediction(double peak)
    {
        this.Begin("Prediction");
        return new Throughput(this.measurement.PredictionRate(options.Seconds, cancellation), this.measurement.Operations.Inference, peak);
    }

    private (LatencyQuantiles Latency, Throughput Single) Latency(double peak)
    {
        double peakOfOne = options.Threads == 1 ? peak : this.Peak(threads: 1);
        this.Begin("Latency");
        LatencyQuantiles latency = this.measurement.Latency(options.Seconds, cancellation);
        return (latency, new Throughput(MicrosecondsPerSecond / latency.P50Microseconds, this.measurement.Operations.Inference, peakOfOne));
    }

    private Throughput Training(double peak)
    {
        this.Begin("Training");
        double rate = this.measurement.TrainingRate(options.Optimizer, options.Seconds, cancellation);
        return new Throughput(rate, this.measurement.Operations.Training, peak);
    }

    private void Begin(string what)
    {
        int peaks = options.Threads > 1 && this.Has(PerformanceMode.Latency) ? 2 : 1;
        progress.Report(what, this.done++, options.Modes.Count + peaks);
    }
}
