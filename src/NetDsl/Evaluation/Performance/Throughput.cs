namespace NetDsl.Evaluation;

/// <summary>How fast samples are computed, and what that is of what the machine can do.</summary>
/// <param name="SamplesPerSecond">Samples in a second.</param>
/// <param name="OperationsPerSample">The floating-point operations of a sample, from <see cref="OperationCount"/>.</param>
/// <param name="PeakOperationsPerSecond">The operations in a second that the machine can do, from <see cref="PeakThroughput"/>.</param>
public sealed record Throughput(double SamplesPerSecond, long OperationsPerSample, double PeakOperationsPerSecond)
{
    /// <summary>10^9 floating-point operations in a second.</summary>
    public double GflopPerSecond => this.SamplesPerSecond * this.OperationsPerSample / 1e9;

    /// <summary>The part of the peak that is used: 0.5 for half of it.</summary>
    public double FractionOfPeak => this.SamplesPerSecond * this.OperationsPerSample / this.PeakOperationsPerSecond;
}
