using System.Globalization;
using System.Management.Automation;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>
/// Shows where training stands. <see cref="ProgressCallback"/> sees to it that it is told at most five times a second; as a callback of its
/// own it knows the last validation.
/// </summary>
/// <param name="session">Where it is shown.</param>
/// <param name="activity">What is done.</param>
internal sealed class TrainingProgressBar(SessionStreams session, string activity) : Callback, IProgress<TrainingProgress>, IDisposable
{
    // One of its own, so that the bars of others are left alone.
    private const int ActivityId = 0x4E65744D;

    private string validation = string.Empty;

    /// <inheritdoc/>
    public override void OnEpochEnd(EpochLog epoch)
    {
        if (epoch.ValidationLoss is { } loss)
        {
            this.validation = FormattableString.Invariant($", val_loss {loss:G4}") + Share(", val_accuracy", epoch.ValidationAccuracy);
        }
    }

    /// <inheritdoc/>
    public void Report(TrainingProgress value)
    {
        string status = string.Create(
            CultureInfo.InvariantCulture,
            $"Epoch {value.Epoch} of {value.Epochs}, batch {value.Batch} of {value.Batches}, loss {value.Loss:G4}");
        session.WriteProgress(new ProgressRecord(ActivityId, activity, status + Share(", accuracy", value.Accuracy) + this.validation)
        {
            PercentComplete = (int)(100 * value.Fraction),
            SecondsRemaining = (int)Math.Min(value.Remaining.TotalSeconds, int.MaxValue),
        });
    }

    /// <inheritdoc/>
    public void Dispose() =>
        session.WriteProgress(new ProgressRecord(ActivityId, activity, "Done") { RecordType = ProgressRecordType.Completed });

    private static string Share(string name, double? share) =>
        share is { } part ? string.Create(CultureInfo.InvariantCulture, $"{name} {part:F4}") : string.Empty;
}
