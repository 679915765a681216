using System.Diagnostics;
using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>Shows how many rows of a file are written and when the rest will be, at most five times a second.</summary>
/// <param name="command">The command that writes.</param>
/// <param name="activity">What it does.</param>
/// <param name="rows">The number of all rows.</param>
internal sealed class RowProgress(Cmdlet command, string activity, long rows) : IProgress<long>, IDisposable
{
    private const int ActivityId = 0x4E657451;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.2);

    private readonly long start = Stopwatch.GetTimestamp();
    private TimeSpan shownAt = TimeSpan.Zero;

    /// <inheritdoc/>
    public void Report(long value)
    {
        TimeSpan elapsed = Stopwatch.GetElapsedTime(this.start);
        if (elapsed - this.shownAt < Interval)
        {
            return;
        }

        this.shownAt = elapsed;
        command.WriteProgress(new ProgressRecord(ActivityId, activity, FormattableString.Invariant($"{value:N0} of {rows:N0} rows"))
        {
            PercentComplete = (int)(100 * value / rows),
            SecondsRemaining = (int)Math.Min(int.MaxValue, elapsed.TotalSeconds * (rows - value) / value),
        });
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (this.shownAt == TimeSpan.Zero)
        {
            return;
        }

        try
        {
            command.WriteProgress(new ProgressRecord(ActivityId, activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
        catch (PipelineStoppedException)
        {
            // The pipeline is being stopped; the host closes what is open.
        }
    }
}
