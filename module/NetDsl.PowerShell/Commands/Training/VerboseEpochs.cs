using System.Globalization;
using System.Management.Automation;
using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>Writes a line to the verbose stream after each epoch.</summary>
/// <param name="command">The command that trains.</param>
internal sealed class VerboseEpochs(Cmdlet command) : Callback
{
    /// <inheritdoc/>
    public override void OnEpochEnd(EpochLog epoch)
    {
        string Figure(string name, double? value) =>
            value is { } number ? string.Create(CultureInfo.InvariantCulture, $", {name} {number:G6}") : string.Empty;
        command.WriteVerbose(string.Concat(
            string.Create(CultureInfo.InvariantCulture, $"Epoch {epoch.Epoch}, {epoch.Seconds:F2} s"),
            Figure("loss", epoch.Loss),
            Figure("accuracy", epoch.Accuracy),
            Figure("val_loss", epoch.ValidationLoss),
            Figure("val_accuracy", epoch.ValidationAccuracy)));
    }
}
