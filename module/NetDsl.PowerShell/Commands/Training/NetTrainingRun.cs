using NetDsl.Training;

namespace NetDsl.PowerShell;

/// <summary>What a training reached, and how it was done.</summary>
public sealed class NetTrainingRun
{
    internal NetTrainingRun(NetModel model, TrainingOptions options, History history)
    {
        this.Model = model;
        this.History = history;
        this.Optimizer = options.Optimizer;
        this.BatchSize = options.BatchSize;
        this.Seed = options.Seed;
        this.Threads = options.Threads;
    }

    /// <summary>The model, trained.</summary>
    public NetModel Model { get; }

    /// <summary>Loss, accuracy and times, epoch by epoch.</summary>
    public History History { get; }

    /// <summary>The epochs that were trained.</summary>
    public int Epochs => this.History.Count;

    /// <summary>The last epoch.</summary>
    public EpochLog LastEpoch => this.History[^1];

    /// <summary>The time of all epochs, validation included.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds(this.History.Seconds.Sum());

    /// <summary>The optimiser and its settings.</summary>
    public Optimizer Optimizer { get; }

    /// <summary>The rows of a step.</summary>
    public int BatchSize { get; }

    /// <summary>What shuffling and dropout were drawn from.</summary>
    public ulong Seed { get; }

    /// <summary>The most threads that shared the work.</summary>
    public int Threads { get; }
}
