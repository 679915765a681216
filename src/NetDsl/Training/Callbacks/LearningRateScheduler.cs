namespace NetDsl.Training;

/// <summary>Sets the learning rate of each epoch. Epochs count from 1, over all calls of the trainer; Keras counts from 0.</summary>
/// <param name="schedule">Gives the rate of an epoch from its number and the rate of the last one.</param>
/// <example><code>trainer.Fit(train, epochs: 20, callbacks: [new LearningRateScheduler((epoch, rate) => epoch &lt;= 10 ? rate : 0.9 * rate)]);</code></example>
public sealed class LearningRateScheduler(Func<int, double, double> schedule) : Callback
{
    /// <summary>Takes a schedule by epochs in place of steps.</summary>
    /// <param name="schedule">The schedule; its first step is the first epoch.</param>
    public LearningRateScheduler(LearningRateSchedule schedule)
        : this((epoch, _) => schedule.RateAt(epoch - 1))
    {
        ArgumentNullException.ThrowIfNull(schedule);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">
    /// The schedule gave a rate that is negative or not finite, or the optimiser has a schedule of its own.
    /// </exception>
    public override void OnEpochBegin(int epoch)
    {
        int next = this.Context.EpochsTrained + 1;
        double rate = schedule(next, this.Context.LearningRate);
        this.Context.LearningRate = rate >= 0 && double.IsFinite(rate)
            ? rate
            : throw new InvalidOperationException(FormattableString.Invariant(
                $"The schedule gave a learning rate of {rate} for epoch {next}; it must be a finite number of at least 0."));
    }
}
