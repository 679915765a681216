using System.Globalization;

namespace NetDsl.Training;

/// <summary>
/// Writes a line to a CSV file after each epoch: the epoch, counted from 1 over all calls of the trainer, and all values of the history by
/// their keys, in the invariant culture and with all their digits. The file is closed between epochs.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="separator">What stands between values.</param>
/// <param name="append">Whether lines are added to a file that is there; it is replaced otherwise.</param>
/// <example><code>trainer.Fit(train, validation, epochs: 10, callbacks: [new CSVLogger("training.csv")]);</code></example>
public sealed class CSVLogger(string path, char separator = ',', bool append = false) : Callback
{
    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The file is to be added to and has other columns.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void OnTrainBegin()
    {
        string header = string.Join(separator, this.Context.History.Keys.Prepend("epoch"));
        string? present = append && File.Exists(path) ? File.ReadLines(path).FirstOrDefault() : null;
        if (present is null)
        {
            File.WriteAllText(path, header + "\n");
        }
        else if (present != header)
        {
            throw new InvalidOperationException(
                $"{path} has the columns '{present}', and this training has '{header}': log to another file, or give append: false.");
        }
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void OnEpochEnd(EpochLog epoch)
    {
        IEnumerable<string> values = this.Context.History.Keys.Select(key => epoch[key].ToString("R", CultureInfo.InvariantCulture));
        string number = this.Context.EpochsTrained.ToString(CultureInfo.InvariantCulture);
        File.AppendAllText(path, string.Join(separator, values.Prepend(number)) + "\n");
    }
}
