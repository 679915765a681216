namespace NetDsl.Training;

/// <summary>The initial rate, multiplied by a factor every so many steps; PyTorch's StepLR, by steps.</summary>
/// <param name="initialLearningRate">The rate of the first step.</param>
/// <param name="decaySteps">The steps between two multiplications, at least 1.</param>
/// <param name="decayRate">What the rate is multiplied by, at least 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
public sealed class StepDecay(double initialLearningRate, long decaySteps, double decayRate = 0.1) : LearningRateSchedule
{
    private readonly ExponentialDecay stairs = new(initialLearningRate, decaySteps, decayRate, staircase: true);

    /// <inheritdoc/>
    public override double RateAt(long step) => this.stairs.RateAt(step);
}
