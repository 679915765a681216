namespace NetDsl.Training;

/// <summary>A straight line up to where another schedule begins, and then that schedule from its beginning.</summary>
/// <param name="schedule">The other schedule.</param>
/// <param name="warmupSteps">The steps of the line, at least 0.</param>
/// <param name="initialLearningRate">The rate of the first step.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
public sealed class LinearWarmup(LearningRateSchedule schedule, long warmupSteps, double initialLearningRate = 0) : LearningRateSchedule
{
    private readonly long warmupSteps = Count(warmupSteps, least: 0);
    private readonly double initialLearningRate = Rate(initialLearningRate);

    /// <inheritdoc/>
    public override double RateAt(long step) => step < this.warmupSteps
        ? this.initialLearningRate + ((schedule.RateAt(0) - this.initialLearningRate) * step / this.warmupSteps)
        : schedule.RateAt(step - this.warmupSteps);
}
