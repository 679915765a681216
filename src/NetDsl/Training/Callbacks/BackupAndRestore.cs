using NetDsl.Interchange;

namespace NetDsl.Training;

/// <summary>
/// Saves a training as it goes on, each time as a whole file or not at all, and goes on from that file where training was interrupted: by
/// cancellation, by an exception or by the end of the process. What it reaches has the bits of a training that was never interrupted, the
/// times left aside: parameters, history, and the state of the optimiser and of the other callbacks, also from within an epoch. Name and
/// place are Keras's; here the file stays when training is over, so that a training that is done is not done again, and more epochs can be
/// added to it.
/// </summary>
/// <remarks>
/// The file is also one of parameters, for <see cref="ModelFile.LoadParameters"/>. It belongs to one training: the same network, data and
/// settings. Number of epochs, threads and the settings of the other callbacks may differ. A training that a callback stopped stays
/// stopped, and after one that diverged the file holds the last state before that. It can go on on another machine; the bits are those of
/// machines with the same vector instructions.
/// </remarks>
/// <param name="path">The file, usually with the extension .safetensors. Folders are made where there are none.</param>
/// <example><code>
/// BackupAndRestore backup = new("run1.safetensors");
/// trainer.Fit(train, validation, epochs: 100, callbacks: [new EarlyStopping { Patience = 5 }, backup]);
/// </code></example>
public sealed class BackupAndRestore(string path) : Callback
{
    /// <summary>The file.</summary>
    public string Path { get; } = string.IsNullOrWhiteSpace(path)
        ? throw new ArgumentException("A checkpoint needs the path of a file.", nameof(path))
        : path;

    /// <summary>
    /// Whether training goes on from the file where there is one; true unless told. Otherwise, or where there is none, it begins anew and
    /// the file is replaced.
    /// </summary>
    public bool Restore { get; init; } = true;

    /// <summary>
    /// The time between two savings, looked at after each batch; 5 s unless told: no more than a person loses gladly, and long against the
    /// milliseconds that a small network takes. A network that takes long to save is saved less often, so that it never takes more than
    /// about 5 % of the time. Besides, a training is saved when it begins and when it ends.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan Interval
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero, nameof(this.Interval));
            field = value;
        }
    }
    = TimeSpan.FromSeconds(5);

    /// <summary>Whether it saves at the end of each epoch as well, however short it was; false unless told.</summary>
    public bool SaveEveryEpoch { get; init; }

    /// <summary>
    /// What else the file is to say of itself; empty unless told. Names that begin with <c>netdsl.training/</c>, and those that every saved
    /// model has, are reserved.
    /// </summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the last training went on from the file.</summary>
    public bool WasRestored { get; internal set; }

    /// <summary>Whether a file is there and holds a training.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static bool IsCheckpoint(string path) => Checkpoint.IsAt(path);

    /// <summary>
    /// What a checkpoint says of itself: <see cref="Metadata"/>, and what belongs to the training. Its values are not read.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ModelFormatException">The file is broken or no checkpoint.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static IReadOnlyDictionary<string, string> ReadMetadata(string path) => Checkpoint.ReadMetadata(path);

    /// <summary>The epochs that the trainer of a checkpoint had done. Its values are not read.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ModelFormatException">The file is broken or no checkpoint.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static int ReadEpochsTrained(string path) => Checkpoint.ReadEpochsTrained(path);
}
