using System.Globalization;
using System.Management.Automation;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>Shows where training stands; <see cref="ProgressCallback"/> sees to it that it is told at most five times a second.</summary>
/// <param name="command">The command that trains.</param>
/// <param name="activity">What it does.</param>
internal sealed class TrainingProgressBar(Cmdlet command, string activity) : IProgress<TrainingProgress>, IDisposable
{
    // One of its own, so that the bars of others are left alone.
    private const int ActivityId = 0x4E65744D;

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        string accuracy = value.Accuracy is { } share ? share.ToString(", accuracy 0.0000", CultureInfo.InvariantCulture) : string.Empty;
        string status = string.Create(
            CultureInfo.InvariantCulture,
            $"Epoch {value.Epoch} of {value.Epochs}, batch {value.Batch} of {value.Batches}, loss {value.Loss:G4}{accuracy}");
        command.WriteProgress(new ProgressRecord(ActivityId, activity, status)
        {
            PercentComplete = (int)(100 * value.Fraction),
            SecondsRemaining = (int)Math.Min(value.Remaining.TotalSeconds, int.MaxValue),
        });
    }

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
