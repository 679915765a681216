namespace NetDsl.Training;

/// <summary>A callback made of functions; each is given what its method would be, and the training.</summary>
/// <example><code>
/// LambdaCallback lines = new() { EpochEnd = (context, epoch) => Console.WriteLine($"{epoch.Epoch}: {epoch.Loss}") };
/// </code></example>
public sealed class LambdaCallback : Callback
{
    /// <summary>Called when training begins.</summary>
    public Action<TrainingContext>? TrainBegin { get; init; }

    /// <summary>Called when an epoch begins, with its number from 1.</summary>
    public Action<TrainingContext, int>? EpochBegin { get; init; }

    /// <summary>Called when a batch begins, with the numbers of epoch and batch from 1.</summary>
    public Action<TrainingContext, int, int>? BatchBegin { get; init; }

    /// <summary>Called when a batch is done and its step is taken.</summary>
    public Action<TrainingContext, TrainingProgress>? BatchEnd { get; init; }

    /// <summary>Called when an epoch is done, and its validation.</summary>
    public Action<TrainingContext, EpochLog>? EpochEnd { get; init; }

    /// <summary>Called when training is over.</summary>
    public Action<TrainingContext, History>? TrainEnd { get; init; }

    /// <inheritdoc/>
    public override void OnTrainBegin() => this.TrainBegin?.Invoke(this.Context);

    /// <inheritdoc/>
    public override void OnEpochBegin(int epoch) => this.EpochBegin?.Invoke(this.Context, epoch);

    /// <inheritdoc/>
    public override void OnBatchBegin(int epoch, int batch) => this.BatchBegin?.Invoke(this.Context, epoch, batch);

    /// <inheritdoc/>
    public override void OnBatchEnd(in TrainingProgress progress) => this.BatchEnd?.Invoke(this.Context, progress);

    /// <inheritdoc/>
    public override void OnEpochEnd(EpochLog epoch) => this.EpochEnd?.Invoke(this.Context, epoch);

    /// <inheritdoc/>
    public override void OnTrainEnd(History history) => this.TrainEnd?.Invoke(this.Context, history);
}
