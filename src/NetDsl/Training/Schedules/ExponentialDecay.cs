namespace NetDsl.Training;

/// <summary>The initial rate times decayRate^(step / decaySteps).</summary>
/// <param name="initialLearningRate">The rate of the first step.</param>
/// <param name="decaySteps">The steps in which the rate is multiplied by <paramref name="decayRate"/>, at least 1.</param>
/// <param name="decayRate">What it is multiplied by, at least 0.</param>
/// <param name="staircase">Whether step / decaySteps is rounded down, so that the rate falls by stairs.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
public sealed class ExponentialDecay(double initialLearningRate, long decaySteps, double decayRate, bool staircase = false) : LearningRateSchedule
{
    private readonly double initialLearningRate = Rate(initialLearningRate);
    private readonly long decaySteps = Count(decaySteps);
    private readonly double decayRate = Rate(decayRate);

    /// <inheritdoc/>
    public override double RateAt(long step)
    {
        double part = (double)step / this.decaySteps;
        return this.initialLearningRate * Math.Pow(this.decayRate, staircase ? Math.Floor(part) : part);
    }
}
