using NetDsl.Interchange;

namespace NetDsl.Training;

/// <summary>
/// Saves the parameters of the network as training goes on, each time as a whole file or not at all; names, defaults and rules are Keras's,
/// but that its frequency counts epochs. Load a file with <see cref="ModelFile.LoadParameters"/>.
/// </summary>
/// <param name="path">
/// The file, in which <c>{epoch}</c>, counted from 1 over all calls of the trainer, and the values of the history by their keys can stand,
/// with a .NET format after a colon: <c>run1/{epoch:000}-{val_loss:0.000}.safetensors</c>. Folders are made where there are none.
/// </param>
/// <example><code>
/// trainer.Fit(train, validation, epochs: 50, callbacks: [new ModelCheckpoint("best.safetensors") { SaveBestOnly = true }]);
/// </code></example>
public sealed class ModelCheckpoint(string path) : Callback
{
    private readonly FileNameTemplate template = new(path);
    private MonitoredValue value;
    private int sinceSaved;

    /// <summary>The key of the value in the history that says which epoch is best; <c>val_loss</c> unless told.</summary>
    public string Monitor { get; init; } = History.ValidationLossKey;

    /// <summary>Which way the value becomes better.</summary>
    public MonitorMode Mode { get; init; }

    /// <summary>Whether an epoch is saved only where the value is better than at all those saved before it; false unless told.</summary>
    public bool SaveBestOnly { get; init; }

    /// <summary>The value that must be beaten before anything is saved, with <see cref="SaveBestOnly"/>; null for none.</summary>
    public double? InitialValueThreshold { get; init; }

    /// <summary>Every how many epochs it saves, at least 1; 1 unless told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int SaveFrequency
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(this.SaveFrequency));
            field = value;
        }
    }
    = 1;

    /// <summary>The best value so far, or the one to beat, with <see cref="SaveBestOnly"/>; null for none.</summary>
    public double? Best { get; private set; }

    /// <summary>The file that was saved last, or null.</summary>
    public string? LastPath { get; private set; }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The template or the monitored value names what this training does not have.</exception>
    public override void OnTrainBegin()
    {
        this.template.Require(this.Context.History);
        this.value = new MonitoredValue(this.Monitor, this.Mode, minDelta: 0);
        if (this.SaveBestOnly)
        {
            this.value.Require(this, this.Context.History);
        }

        this.Best ??= this.InitialValueThreshold;
        this.sinceSaved = 0;
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public override void OnEpochEnd(EpochLog epoch)
    {
        if (++this.sinceSaved < this.SaveFrequency)
        {
            return;
        }

        this.sinceSaved = 0;
        if (this.SaveBestOnly)
        {
            double current = this.value.Of(epoch);
            if (!this.value.IsBetter(current, this.Best))
            {
                return;
            }

            this.Best = current;
        }

        string file = this.template.For(this.Context.EpochsTrained, epoch);
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        Save(this.Context.Network, file);
        this.LastPath = file;
    }

    /// <inheritdoc/>
    public override void SaveState(CheckpointState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        this.value.Save(state);
        state.Set("best", this.Best);
        state.Set("last_path", this.LastPath);
        state.Set("since_saved", this.sinceSaved);
    }

    /// <inheritdoc/>
    public override void LoadState(CheckpointState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        this.value.RequireSame(this, state);
        this.Best = state.GetDouble("best") ?? this.Best;
        this.LastPath = state.GetString("last_path");
        this.sinceSaved = (int)(state.GetInt64("since_saved") ?? 0);
    }

    private static void Save(INetwork network, string file)
    {
        switch (network)
        {
            case INetwork<float> single:
                ModelFile.SaveParameters(single, file);
                break;
            case INetwork<double> exact:
                ModelFile.SaveParameters(exact, file);
                break;
            default:
                throw new InvalidOperationException($"{network.Summary.Name} is of neither single nor double precision.");
        }
    }
}
