using NetDsl.Benchmarks.Measurement;
using NetDsl.Benchmarks.Peers;
using NetDsl.Evaluation;

namespace NetDsl.Benchmarks.Comparison;

/// <summary>What this project and its peers reached on one workload, in turns.</summary>
/// <param name="Workload">The workload's name.</param>
/// <param name="Date">The day, in UTC.</param>
/// <param name="Processor">The name of the processor.</param>
/// <param name="Versions">The programs that took part.</param>
/// <param name="Rates">Their rates.</param>
internal sealed record WorkloadComparison(
    string Workload, DateOnly Date, string Processor, IReadOnlyList<string> Versions, IReadOnlyList<MeasuredRate> Rates)
{
    /// <summary>The part of the processor's multiply-adds that training used with one thread, or null where it was not measured.</summary>
    public double? TrainingFractionOfPeak() =>
        this.Own(Figure.Training, 1)?.PerSecond * OperationCount.Of(Workloads.Create(this.Workload).Network).Training
        / this.Own(Figure.Peak, 1)?.PerSecond;

    /// <summary>This project's rate, or null where it was not measured.</summary>
    /// <param name="figure">What was measured.</param>
    /// <param name="threads">The threads it used.</param>
    public MeasuredRate? Own(Figure figure, int threads) => this.Of(PeerNames.NetDsl, figure, threads);

    /// <summary>A program's rate, or null where it was not measured.</summary>
    /// <param name="program">The program's name.</param>
    /// <param name="figure">What was measured.</param>
    /// <param name="threads">The threads it used.</param>
    public MeasuredRate? Of(string program, Figure figure, int threads) =>
        this.Rates.FirstOrDefault(rate => rate.Peer == program && rate.Figure == figure && rate.Threads == threads);

    /// <summary>The best of the peers' rates, or null where none was measured.</summary>
    /// <param name="figure">What was measured.</param>
    /// <param name="mostThreads">The most threads that a peer may have used.</param>
    public MeasuredRate? BestPeer(Figure figure, int mostThreads) => this.Rates
        .Where(rate => rate.Peer != PeerNames.NetDsl && rate.Figure == figure && rate.Threads <= mostThreads)
        .MaxBy(rate => rate.PerSecond);
}
