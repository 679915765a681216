namespace NetDsl.Training;

/// <summary>What a callback sees of the training it is given to, and what it can change.</summary>
public abstract class TrainingContext
{
    private protected TrainingContext(History history, int epochs, int batches, int batchSize)
    {
        this.History = history;
        this.Epochs = epochs;
        this.Batches = batches;
        this.BatchSize = batchSize;
    }

    /// <summary>The network that is trained; an <see cref="INetwork{T}"/> of its precision, with its parameters.</summary>
    public abstract INetwork Network { get; }

    /// <summary>The optimiser's settings.</summary>
    public abstract Optimizer Optimizer { get; }

    /// <summary>How far the next step goes.</summary>
    /// <exception cref="InvalidOperationException">It is set where the optimiser has a schedule, which gives it.</exception>
    public abstract double LearningRate { get; set; }

    /// <summary>The steps that the optimiser has done, those of earlier calls included.</summary>
    public abstract long Steps { get; }

    /// <summary>The epochs that the trainer has done, those of earlier calls included.</summary>
    public abstract int EpochsTrained { get; }

    /// <summary>The epochs of this call that are done: loss, accuracy and more by name.</summary>
    public History History { get; }

    /// <summary>The epochs asked for.</summary>
    public int Epochs { get; }

    /// <summary>The batches of an epoch.</summary>
    public int Batches { get; }

    /// <summary>The rows of each batch but the last, which has what is left.</summary>
    public int BatchSize { get; }

    /// <summary>Whether a callback asked for the end of training.</summary>
    public bool IsStopping { get; internal set; }

    /// <summary>
    /// Whether training goes on from a checkpoint of <see cref="BackupAndRestore"/>. Known from the beginning; what was kept comes back
    /// once all callbacks were told that training begins.
    /// </summary>
    public bool IsRestored { get; internal set; }

    /// <summary>
    /// Ends training after the batch at hand; as in Keras, an epoch that ends early is still validated, and its callbacks are called.
    /// </summary>
    /// <param name="reason">Why, for a person to read: <see cref="History.StopReason"/>. The first one is kept.</param>
    public void StopTraining(string reason)
    {
        this.IsStopping = true;
        this.History.StopReason ??= reason;
    }
}
