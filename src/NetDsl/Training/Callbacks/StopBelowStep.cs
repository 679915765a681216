namespace NetDsl.Training;

/// <summary>
/// Stops training when a step hardly changes the parameters any more: when ||w(t) - w(t-1)||, the root of the sum of squared changes of all
/// trained values, falls below a bound. That is meant for full batches; the steps of small ones are noise.
/// </summary>
/// <param name="bound">The bound, above 0.</param>
/// <example><code>trainer.Fit(train, epochs: 10_000, batchSize: train.Count, callbacks: [new StopBelowStep(1e-6)]);</code></example>
public sealed class StopBelowStep(double bound) : Callback
{
    private readonly double bound = bound > 0 && double.IsFinite(bound)
        ? bound
        : throw new ArgumentOutOfRangeException(nameof(bound), bound, "The bound must be a finite number above 0.");

    private ParameterSnapshot? previous;

    /// <summary>How far the last step went.</summary>
    public double LastStep { get; private set; } = double.NaN;

    /// <inheritdoc/>
    public override void OnTrainBegin() => this.previous = ParameterSnapshot.Of(this.Context.Network);

    /// <inheritdoc/>
    public override void OnBatchBegin(int epoch, int batch) => this.previous!.Take();

    /// <inheritdoc/>
    public override void OnBatchEnd(in TrainingProgress progress)
    {
        this.LastStep = this.previous!.Distance();
        if (this.LastStep < this.bound)
        {
            this.Context.StopTraining(FormattableString.Invariant(
                $"StopBelowStep: the step of batch {progress.Batch} of epoch {progress.Epoch} was {this.LastStep}, below {this.bound}."));
        }
    }

    /// <inheritdoc/>
    public override void OnTrainEnd(History history) => this.previous = null;

    /// <inheritdoc/>
    public override void SaveState(CheckpointState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.Set("last_step", this.LastStep);
    }

    /// <inheritdoc/>
    public override void LoadState(CheckpointState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        this.LastStep = state.GetDouble("last_step") ?? double.NaN;
    }
}
