using System.Diagnostics;

namespace NetDsl.Training;

/// <summary>
/// Where a training stands, besides what network, optimiser and history say: between two epochs, or behind a batch of one.
/// </summary>
/// <param name="decisions">How outputs are read.</param>
internal sealed class TrainingPosition(Decisions decisions)
{
    private Tally tally = new(decisions);
    private long runBegin = Stopwatch.GetTimestamp();
    private long epochBegin;

    /// <summary>Whether an epoch was begun and not ended.</summary>
    public bool IsInEpoch { get; private set; }

    /// <summary>The batches of the epoch that are done.</summary>
    public int Batches { get; set; }

    /// <summary>What was summed over them.</summary>
    public ref Tally Tally => ref this.tally;

    /// <summary>The learning rate of the last step.</summary>
    public double LearningRate { get; set; }

    /// <summary>The time that training has taken; the time between an interruption and its end is not counted.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(this.runBegin);

    /// <summary>The time that the epoch has taken.</summary>
    public TimeSpan EpochElapsed => Stopwatch.GetElapsedTime(this.epochBegin);

    /// <summary>Begins an epoch.</summary>
    public void BeginEpoch()
    {
        this.IsInEpoch = true;
        this.Batches = 0;
        this.tally = new Tally(decisions);
        this.epochBegin = Stopwatch.GetTimestamp();
    }

    /// <summary>Ends the epoch.</summary>
    public void EndEpoch() => this.IsInEpoch = false;

    /// <summary>Keeps the position.</summary>
    public void Save(CheckpointState state)
    {
        state.Set("seconds", this.Elapsed.TotalSeconds);
        if (this.IsInEpoch)
        {
            state.Set("epoch_seconds", this.EpochElapsed.TotalSeconds);
            state.Set("batches", this.Batches);
            state.Set("learning_rate", this.LearningRate);
            this.tally.Save(state);
        }
    }

    /// <summary>Goes back to a position that was kept.</summary>
    /// <exception cref="FormatException">Part of it is missing.</exception>
    public void Load(CheckpointState state)
    {
        this.runBegin = Before(state.RequireDouble("seconds"));
        this.IsInEpoch = state.GetInt64("batches") is not null;
        if (this.IsInEpoch)
        {
            this.epochBegin = Before(state.RequireDouble("epoch_seconds"));
            this.Batches = (int)state.RequireInt64("batches");
            this.LearningRate = state.RequireDouble("learning_rate");
            this.tally.Load(state);
        }
    }

    private static long Before(double seconds) => Stopwatch.GetTimestamp() - (long)(seconds * Stopwatch.Frequency);
}
