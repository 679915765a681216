using NetDsl.Benchmarks.Measurement;
using NetDsl.Benchmarks.Peers;

namespace NetDsl.Benchmarks.Widths;

/// <summary>Training and peak on vectors of one width, in one process for all rounds.</summary>
/// <param name="process">The process, or null where this machine has no such vectors.</param>
internal sealed class WidthMeasurement(PeerProcess? process) : IDisposable
{
    private readonly List<double> training = [];
    private readonly List<double> peak = [];

    /// <summary>The median peak, in operations a second.</summary>
    public double? Peak => process is null ? null : Median.Of(this.peak);

    /// <summary>The part of the peak that training uses, from the medians of both.</summary>
    /// <param name="operations">The operations of a training sample.</param>
    public double? Fraction(long operations) => process is null ? null : Median.Of(this.training) * operations / Median.Of(this.peak);

    /// <summary>Measures both once more.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="batch">The samples of a step.</param>
    /// <param name="seconds">The seconds of each measurement.</param>
    public void Measure(string workload, int batch, double seconds)
    {
        if (process is not null)
        {
            this.training.Add(process.Measure(new MeasurementRequest(Figure.Training, workload, batch, seconds))!.Value);
            this.peak.Add(process.Measure(new MeasurementRequest(Figure.Peak, workload, batch, seconds))!.Value);
        }
    }

    /// <summary>Ends the process.</summary>
    public void Dispose() => process?.Dispose();
}
