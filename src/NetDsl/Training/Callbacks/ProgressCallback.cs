using System.Diagnostics;

namespace NetDsl.Training;

/// <summary>Reports where training stands, not after every batch but so often that a person can follow.</summary>
/// <param name="receiver">Who is told, on the thread that trains.</param>
public sealed class ProgressCallback(IProgress<TrainingProgress> receiver) : Callback
{
    private TrainingProgress latest;
    private long lastReport;
    private bool anyReport;
    private bool latestReported = true;

    /// <summary>The shortest time between two reports; 0.2 s unless told. The first and the last batch are always reported.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(0.2);

    /// <inheritdoc/>
    public override void OnBatchEnd(in TrainingProgress progress)
    {
        this.latest = progress;
        this.latestReported = false;
        long now = Stopwatch.GetTimestamp();
        if (!this.anyReport || Stopwatch.GetElapsedTime(this.lastReport, now) >= this.Interval)
        {
            this.anyReport = true;
            this.lastReport = now;
            this.Report();
        }
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(History history)
    {
        if (!this.latestReported)
        {
            this.Report();
        }

        this.anyReport = false;
    }

    private void Report()
    {
        this.latestReported = true;
        receiver.Report(this.latest);
    }
}
