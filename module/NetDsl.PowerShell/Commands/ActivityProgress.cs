using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>Shows which of a few longer pieces of work a command is at, and takes the bar away at the end.</summary>
/// <param name="command">The command.</param>
/// <param name="activity">What it does.</param>
internal sealed class ActivityProgress(Cmdlet command, string activity) : IDisposable
{
    // One of its own, so that the bars of others are left alone.
    private const int ActivityId = 0x4E657450;

    /// <summary>Shows what begins.</summary>
    /// <param name="status">What it is.</param>
    /// <param name="done">The pieces that are done.</param>
    /// <param name="count">The pieces of all.</param>
    public void Report(string status, int done, int count) =>
        command.WriteProgress(new ProgressRecord(ActivityId, activity, status) { PercentComplete = 100 * done / count });

    /// <inheritdoc/>
    public void Dispose()
    {
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
