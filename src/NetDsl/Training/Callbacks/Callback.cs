namespace NetDsl.Training;

/// <summary>
/// Something that is told how training goes on. It is called on the thread that trains, which waits for it; to stop training, cancel
/// the token that was given to it. An exception thrown here ends training and comes out of the call that trains.
/// </summary>
public abstract class Callback
{
    /// <summary>An epoch begins.</summary>
    /// <param name="epoch">From 1.</param>
    public virtual void OnEpochBegin(int epoch)
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

    /// <summary>Training is over, or was cancelled.</summary>
    /// <param name="history">What it reached.</param>
    public virtual void OnTrainEnd(History history)
    {
    }
}
