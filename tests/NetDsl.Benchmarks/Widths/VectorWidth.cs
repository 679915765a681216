using System.Globalization;
using NetDsl.Benchmarks.Measurement;

namespace NetDsl.Benchmarks.Widths;

/// <summary>A width of vectors, and how to get a process that has no wider ones.</summary>
/// <param name="Bits">The bits of a vector.</param>
/// <param name="Switch">The variable of the environment that, set to 0, switches the wider ones off; null for the widest.</param>
internal sealed record VectorWidth(int Bits, string? Switch)
{
    /// <summary>Measures a workload on such vectors.</summary>
    /// <param name="workload">The workload.</param>
    /// <param name="threads">The threads that share a batch.</param>
    /// <param name="seconds">The seconds of each measurement.</param>
    /// <returns>The figures, or null where this machine has no such vectors.</returns>
    public WorkloadResult? Measure(string workload, int threads, double seconds)
    {
        string[] arguments =
        [
            workload, "--threads", threads.ToString(CultureInfo.InvariantCulture), "--seconds", seconds.ToString("R", CultureInfo.InvariantCulture),
        ];
        WorkloadResult result = WorkloadResult.Parse(
            OwnProcess.LastLine(arguments, this.Switch is null ? null : KeyValuePair.Create(this.Switch, "0")));
        return result.VectorBits == this.Bits ? result : null;
    }
}
