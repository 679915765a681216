using System.Diagnostics;
using System.Numerics;
using System.Numerics.Tensors;
using NetDsl.Data;
using NetDsl.Interchange;

namespace NetDsl.Training;

/// <summary>Saves one training when it is time to, and brings it back at its beginning to where an earlier one was saved.</summary>
/// <typeparam name="T">The element type of the network.</typeparam>
internal sealed class TrainingCheckpoints<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The time between two savings, in times of the last one: so 1 of 20 parts at most, 5 %, is spent on them.</summary>
    private const int LeastPause = 19;

    private readonly BackupAndRestore backup;
    private readonly INetwork<T> network;
    private readonly TrainingContext<T> context;
    private readonly TrainingPosition position;
    private readonly TrainingState<T> state;
    private readonly Checkpoint? restored;
    private readonly IReadOnlyList<T[]> restoredParameters = [];
    private (int Epochs, bool IsInEpoch, int Batches) saved = (-1, false, 0);
    private long due;
    private bool hasSaved;
    private bool isOver;

    /// <summary>Reads and checks the file where there is one to go on from; the network and the trainer are not changed.</summary>
    /// <param name="backup">Where and how often to save.</param>
    /// <param name="network">The network.</param>
    /// <param name="context">What callbacks see of the training.</param>
    /// <param name="position">Where it stands.</param>
    /// <param name="state">All of it.</param>
    /// <exception cref="ArgumentException">The metadata of the caller have a reserved name.</exception>
    /// <exception cref="ModelFormatException">The file is broken, or of another network.</exception>
    /// <exception cref="CheckpointMismatchException">The file is of another training.</exception>
    public TrainingCheckpoints(
        BackupAndRestore backup, INetwork<T> network, TrainingContext<T> context, TrainingPosition position, TrainingState<T> state)
    {
        this.backup = backup;
        this.network = network;
        this.context = context;
        this.position = position;
        this.state = state;
        backup.WasRestored = false;
        if (backup.Metadata.Keys.FirstOrDefault(key => Checkpoint.IsReserved(key, network.Summary)) is { } reserved)
        {
            throw new ArgumentException($"A checkpoint has a '{reserved}' of its own in its metadata; give yours another name.");
        }

        if (backup.Restore && File.Exists(backup.Path))
        {
            (this.restored, this.restoredParameters) = Checkpoint.Read(backup.Path, network);
            state.Check(this.restored, backup.Path);
            context.IsRestored = true;
        }
    }

    /// <summary>After all callbacks were told that training begins: goes back to what was saved, or saves the beginning.</summary>
    /// <exception cref="ModelFormatException">Something is missing in the file.</exception>
    /// <exception cref="CheckpointMismatchException">The callbacks are not those of the file.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Begin()
    {
        string path = Path.GetFullPath(this.backup.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? path);
        AtomicFile.RemoveLeftovers(path);
        if (this.restored is null)
        {
            this.Save();
            return;
        }

        this.state.Load(this.restored, this.backup.Path, this.restoredParameters);
        this.backup.WasRestored = true;
        this.saved = this.Place();
        this.Wait(saving: TimeSpan.Zero);
    }

    /// <summary>Saves behind a batch where it is time to.</summary>
    public void SaveAfterBatch()
    {
        if (Stopwatch.GetTimestamp() >= this.due)
        {
            this.Save();
        }
    }

    /// <summary>Saves behind an epoch where it is time to, or each is to be saved.</summary>
    public void SaveAfterEpoch()
    {
        if (this.backup.SaveEveryEpoch || Stopwatch.GetTimestamp() >= this.due)
        {
            this.Save();
        }
    }

    /// <summary>Saves where training stands for the last time: what happens from now on is no part of it.</summary>
    public void Finish()
    {
        if (!this.isOver && this.saved != this.Place())
        {
            this.Save();
        }

        this.isOver = true;
    }

    /// <summary>Leaves the file as it is from now on: training diverged, and the last state before is what is of use.</summary>
    public void Abandon() => this.isOver = true;

    private (int Epochs, bool IsInEpoch, int Batches) Place() =>
        (this.context.History.Count, this.position.IsInEpoch, this.position.Batches);

    private void Save()
    {
        // The step before a loss that is not finite leaves such parameters, with which nothing can go on.
        if (!T.IsFinite(TensorPrimitives.SumOfMagnitudes<T>(this.network.Parameters.Values)))
        {
            return;
        }

        long begin = Stopwatch.GetTimestamp();
        Checkpoint checkpoint = new();
        this.state.Save(checkpoint);
        checkpoint.Write(this.backup.Path, this.network, this.backup.Metadata);
        this.saved = this.Place();

        // The first saving tells nothing of those to come: most of its time goes into compiling the code that does it.
        this.Wait(this.hasSaved ? Stopwatch.GetElapsedTime(begin) : TimeSpan.Zero);
        this.hasSaved = true;
    }

    private void Wait(TimeSpan saving)
    {
        double seconds = Math.Max(this.backup.Interval.TotalSeconds, LeastPause * saving.TotalSeconds);
        this.due = Stopwatch.GetTimestamp() + (long)(seconds * Stopwatch.Frequency);
    }
}
