using System.Globalization;

namespace NetDsl.Training;

/// <summary>
/// Writes a line to a CSV file after each epoch: the epoch, counted from 1 over all calls of the trainer, and all values of the history by
/// their keys, in the invariant culture and with all their digits. The file is closed between epochs.
/// </summary>
/// <param name="path">The file.</param>
/// <param name="separator">What stands between values.</param>
/// <param name="append">
/// Whether lines are added to a file that is there; it is replaced otherwise. Where training goes on from a checkpoint, the file gets the
/// lines of the epochs before it again, whatever became of them since.
/// </param>
/// <example><code>trainer.Fit(train, validation, epochs: 10, callbacks: [new CSVLogger("training.csv")]);</code></example>
public sealed class CSVLogger(string path, char separator = ',', bool append = false) : Callback
{
    private long lengthBefore;
    private int epochsBefore;

    private string Header => string.Join(separator, this.Context.History.Keys.Prepend("epoch"));

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The file is to be added to and has other columns.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void OnTrainBegin()
    {
        if (!this.Context.IsRestored)
        {
            this.Begin(append);
            this.lengthBefore = new FileInfo(path).Length;
            this.epochsBefore = this.Context.EpochsTrained;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void OnEpochEnd(EpochLog epoch) => File.AppendAllText(path, this.Line(epoch));

    /// <inheritdoc/>
    public override void SaveState(CheckpointState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Set("length_before", this.lengthBefore);
        state.Set("epochs_before", this.epochsBefore);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The file has other columns.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void LoadState(CheckpointState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        this.Begin(keep: true);
        this.lengthBefore = Math.Min(state.RequireInt64("length_before"), new FileInfo(path).Length);
        this.epochsBefore = (int)state.RequireInt64("epochs_before");

        // The file may have lines of epochs after the checkpoint, or half a line, and the machine may have lost some.
        using (FileStream stream = new(path, FileMode.Open, FileAccess.Write))
        {
            stream.SetLength(this.lengthBefore);
        }

        File.AppendAllText(path, string.Concat(this.Context.History.Select(this.Line)));
    }

    private void Begin(bool keep)
    {
        string? present = keep && File.Exists(path) ? File.ReadLines(path).FirstOrDefault() : null;
        if (present is null)
        {
            File.WriteAllText(path, this.Header + "\n");
        }
        else if (present != this.Header)
        {
            throw new InvalidOperationException(
                $"{path} has the columns '{present}', and this training has '{this.Header}': log to another file, or give append: false.");
        }
    }

    private string Line(EpochLog epoch)
    {
        IEnumerable<string> values = this.Context.History.Keys.Select(key => epoch[key].ToString("R", CultureInfo.InvariantCulture));
        string number = (this.epochsBefore + epoch.Epoch).ToString(CultureInfo.InvariantCulture);
        return string.Join(separator, values.Prepend(number)) + "\n";
    }
}
