using System.Numerics;
using System.Numerics.Tensors;
using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.Evaluation;

/// <summary>
/// Measures how fast a network is on this machine. Samples and parameters are taken as they are: speed does not depend on them. The machine
/// should do nothing else meanwhile.
/// </summary>
/// <typeparam name="T">The element type of the network.</typeparam>
/// <example>
/// <code>
/// PerformanceMeasurement&lt;float&gt; measurement = new(network, RandomSamples.Draw(network, count: 64));
/// double peak = PeakThroughput.OperationsPerSecond(threads: 1, seconds: 1);
/// Throughput training = new(measurement.TrainingRate(new Adam(), seconds: 1), measurement.Operations.Training, peak);
/// Console.WriteLine($"{training.SamplesPerSecond:N0} samples/s, {training.FractionOfPeak:P0} of the peak");
/// </code>
/// </example>
public sealed class PerformanceMeasurement<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly INetwork<T> network;
    private readonly Dataset data;
    private readonly int threads;

    /// <summary>A measurement of a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="data">The samples of a step and of a prediction of many, from <see cref="RandomSamples"/> or of your own: one batch.</param>
    /// <param name="threads">
    /// The most threads that share a batch, at least 1; where sharing would cost more than it gains, fewer do, as in a <see cref="Trainer{T}"/>.
    /// </param>
    /// <exception cref="ArgumentException">The shape of the samples does not fit.</exception>
    public PerformanceMeasurement(INetwork<T> network, Dataset data, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        TrainingChecks.Features(network.Summary, data, nameof(data));
        this.network = network;
        this.data = data;
        this.threads = threads;
        this.Operations = OperationCount.Of(network);
    }

    /// <summary>The floating-point operations of a sample.</summary>
    public OperationCount Operations { get; }

    /// <summary>
    /// Training samples in a second: forward, loss, backward and the optimiser, on one batch again and again. It trains the network, whose parameters
    /// are others afterwards; measure a copy where they are needed.
    /// </summary>
    /// <param name="optimizer">The optimiser.</param>
    /// <param name="seconds">For how long, above 0; a fifth is added to warm up.</param>
    /// <param name="cancellationToken">Looked at between steps.</param>
    /// <exception cref="ArgumentException">The shape of the targets does not fit.</exception>
    /// <exception cref="InvalidOperationException">The network ends with a step, and so is for prediction.</exception>
    /// <exception cref="DataFormatException">A target has a value that the loss cannot use; the message names the row.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public double TrainingRate(Optimizer optimizer, double seconds, CancellationToken cancellationToken = default)
    {
        TrainingStep<T> step = new(this.network, optimizer, this.data.Count, this.threads);
        step.Load(this.data);
        return Rates.Median(step.Run, this.data.Count, seconds, cancellationToken);
    }

    /// <summary>Predictions in a second, a batch at once.</summary>
    /// <param name="seconds">For how long, above 0; a fifth is added to warm up.</param>
    /// <param name="cancellationToken">Looked at between predictions.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public double PredictionRate(double seconds, CancellationToken cancellationToken = default)
    {
        int samples = this.data.Count;
        int useful = this.network.Summary.UsefulThreads(samples, this.threads, training: false);
        NetworkPass<T> pass = this.network.CreatePass(samples, useful, training: false);
        new MemoryBatches<T>(this.data, pass, samples, new BatchOptions { WithTargets = false }).Load(0);
        return Rates.Median(() => pass.Predict(samples), samples, seconds, cancellationToken);
    }

    /// <summary>Predictions in a second, one sample at a time, by one thread.</summary>
    /// <param name="seconds">For how long, above 0; a fifth is added to warm up.</param>
    /// <param name="cancellationToken">Looked at between predictions.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public double SingleRate(double seconds, CancellationToken cancellationToken = default) =>
        Rates.Median(this.SinglePrediction(), 1, seconds, cancellationToken);

    /// <summary>The time of one sample's prediction by one thread.</summary>
    /// <param name="seconds">For how long, above 0; a quarter is added to warm up.</param>
    /// <param name="cancellationToken">Looked at between predictions.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public LatencyQuantiles Latency(double seconds, CancellationToken cancellationToken = default) =>
        Latencies.Measure(this.SinglePrediction(), seconds, cancellationToken);

    private Action SinglePrediction()
    {
        T[] input = new T[this.network.Summary.InputSize];
        T[] output = new T[this.network.Summary.OutputSize];
        TensorPrimitives.ConvertTruncating(this.data.Features(0), input);
        return () => this.network.Predict(input, output);
    }
}
