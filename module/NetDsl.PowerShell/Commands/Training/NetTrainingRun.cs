using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>What a training reached, and how it was done.</summary>
public sealed class NetTrainingRun
{
    internal NetTrainingRun(NetModel model, TrainingOptions options, int batchSize, History history)
    {
        this.Model = model;
        this.History = history;
        this.BatchSize = batchSize;
        this.Optimizer = options.Optimizer;
        this.Seed = options.Seed;
        this.Threads = options.Threads;
    }

    /// <summary>The model, trained.</summary>
    public NetModel Model { get; }

    /// <summary>Loss, accuracy and times, epoch by epoch.</summary>
    public History History { get; }

    /// <summary>The epochs that were trained.</summary>
    public int Epochs => this.History.Count;

    /// <summary>The epoch with the smallest loss: on validation data where there are any. Null where no epoch was done.</summary>
    public EpochLog? BestEpoch
    {
        get
        {
            EpochLog? best = null;
            foreach (EpochLog epoch in this.History)
            {
                // Not a number, where validation was cancelled, is never smaller.
                if (best is not { } other || Rank(epoch) < Rank(other))
                {
                    best = epoch;
                }
            }

            return best;
        }
    }

    /// <summary>The last epoch; null where none was done.</summary>
    public EpochLog? LastEpoch => this.History.Count > 0 ? this.History[^1] : null;

    /// <summary>The time of all epochs, validation included.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds(this.History.Seconds.Sum());

    /// <summary>Why training ended before all epochs were done; null where they were.</summary>
    public string? StopReason => this.History.StopReason;

    /// <summary>The optimiser and its settings.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>The rows of a step.</summary>
    public int BatchSize { get; }

    /// <summary>What shuffling and dropout were drawn from.</summary>
    public ulong Seed { get; }

    /// <summary>The most threads that shared the work.</summary>
    public int Threads { get; }

    /// <summary>The file with the state of the training; null where none was asked for.</summary>
    public string? CheckpointPath { get; internal init; }

    /// <summary>Whether it went on from such a file.</summary>
    public bool WasResumed { get; internal init; }

    private static double Rank(EpochLog epoch) => epoch.ValidationLoss ?? epoch.Loss;
}
