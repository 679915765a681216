using NetDsl.Evaluation;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>How fast a model is on this machine.</summary>
/// <param name="Model">The model.</param>
/// <param name="Optimizer">The optimiser of a training step.</param>
/// <param name="BatchSize">The samples of a training step and of a prediction of many.</param>
/// <param name="Threads">The most threads that shared a batch; a small network takes fewer.</param>
/// <param name="PeakGflopPerSecond">
/// 10^9 floating-point operations in a second that so many threads can do among registers, measured in the same run. It is what the fractions of
/// <paramref name="Training"/> and <paramref name="Prediction"/> refer to.
/// </param>
/// <param name="Training">Training: forward, loss, backward and the optimiser; null where it was not measured.</param>
/// <param name="Prediction">Predictions of a batch at once; null where they were not measured.</param>
/// <param name="SinglePrediction">
/// Predictions of one sample after the other at the median latency, by one thread and against the peak of one; null where they were not measured.
/// </param>
/// <param name="Latency">The time of the prediction of one sample; null where it was not measured.</param>
public sealed record NetPerformance(
    NetModel Model,
    Optimizer Optimizer,
    int BatchSize,
    int Threads,
    double PeakGflopPerSecond,
    Throughput? Training,
    Throughput? Prediction,
    Throughput? SinglePrediction,
    LatencyQuantiles? Latency)
{
    /// <summary>The bits of the vectors that the machine works with.</summary>
    public int VectorBits { get; } = PeakThroughput.VectorBits;
}
