namespace NetDsl.Training;

/// <summary>The same learning rate at every step: for what takes a schedule, such as <see cref="LinearWarmup"/>.</summary>
/// <param name="learningRate">The learning rate.</param>
/// <exception cref="ArgumentOutOfRangeException">The rate is negative or not finite.</exception>
public sealed class ConstantSchedule(double learningRate) : LearningRateSchedule
{
    private readonly double learningRate = Rate(learningRate);

    /// <inheritdoc/>
    public override double RateAt(long step) => this.learningRate;
}
