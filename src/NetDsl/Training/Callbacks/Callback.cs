namespace NetDsl.Training;

/// <summary>
/// Something that is told how training goes on, and can look at it, change the learning rate and stop it through its <see cref="Context"/>.
/// It is called on the thread that trains, which waits for it. An exception thrown here ends training and comes out of the call that
/// trains. Callbacks are called in the order in which they are given; epochs and batches count from 1.
/// </summary>
/// <example><code>
/// public sealed class StopAtLoss(double bound) : Callback
/// {
///     public override void OnEpochEnd(EpochLog epoch)
///     {
///         if (epoch.Loss &lt; bound)
///         {
///             this.Context.StopTraining($"The loss is {epoch.Loss}.");
///         }
///     }
/// }
/// </code></example>
public abstract class Callback
{
    /// <summary>The training that this callback is given to, from <see cref="OnTrainBegin"/> on.</summary>
    /// <exception cref="InvalidOperationException">It was not given to one yet.</exception>
    protected TrainingContext Context
    {
        get => field ?? throw new InvalidOperationException($"{this.GetType().Name} has no context before training begins.");
        private set;
    }

    /// <summary>Training begins.</summary>
    public virtual void OnTrainBegin()
    {
    }

    /// <summary>An epoch begins.</summary>
    /// <param name="epoch">From 1.</param>
    public virtual void OnEpochBegin(int epoch)
    {
    }

    /// <summary>A batch begins.</summary>
    /// <param name="epoch">From 1.</param>
    /// <param name="batch">From 1.</param>
    public virtual void OnBatchBegin(int epoch, int batch)
    {
    }

    /// <summary>A batch is done and its step is taken.</summary>
    /// <param name="progress">Where training stands.</param>
    public virtual void OnBatchEnd(in TrainingProgress progress)
    {
    }

    /// <summary>An epoch is done, and its validation.</summary>
    /// <param name="epoch">What it reached.</param>
    public virtual void OnEpochEnd(EpochLog epoch)
    {
    }

    /// <summary>
    /// The loss or a parameter is no longer finite. Training ends with the exception unless a callback calls
    /// <see cref="TrainingContext.StopTraining"/> here; then it ends without one, and the epoch at hand is not in the history.
    /// </summary>
    /// <param name="divergence">What happened, and where.</param>
    public virtual void OnDivergence(TrainingDivergedException divergence)
    {
    }

    /// <summary>Training is over, was stopped or was cancelled; it is not called where training ends with an exception.</summary>
    /// <param name="history">What it reached.</param>
    public virtual void OnTrainEnd(History history)
    {
    }

    /// <summary>
    /// Keeps what this callback has learnt since training began, where <see cref="BackupAndRestore"/> saves a training, so that one that
    /// goes on from there is as if never interrupted. Settings need not be kept, and a callback that learns nothing keeps nothing.
    /// </summary>
    /// <param name="state">Where to.</param>
    public virtual void SaveState(CheckpointState state)
    {
    }

    /// <summary>
    /// Takes back what was kept, after <see cref="OnTrainBegin"/>, where training goes on from a checkpoint. If that was within an epoch,
    /// <see cref="OnEpochBegin"/> is not called again for it. Network and optimiser do not have their state yet.
    /// </summary>
    /// <param name="state">What <see cref="SaveState"/> kept.</param>
    public virtual void LoadState(CheckpointState state)
    {
    }

    /// <summary>Gives the callback to a training.</summary>
    internal void Attach(TrainingContext context) => this.Context = context;
}
