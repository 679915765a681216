namespace NetDsl.Training;

/// <summary>(initial rate - end rate) (1 - step / decaySteps)^power + end rate, up to decaySteps; the end rate after it.</summary>
/// <param name="initialLearningRate">The rate of the first step.</param>
/// <param name="decaySteps">The steps until the end rate, at least 1.</param>
/// <param name="endLearningRate">The rate in the end.</param>
/// <param name="power">The power; 1 for a straight line.</param>
/// <param name="cycle">Whether, beyond decaySteps, the smallest multiple of them that is not below the step takes their place.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
public sealed class PolynomialDecay(
    double initialLearningRate, long decaySteps, double endLearningRate = 0.0001, double power = 1, bool cycle = false) : LearningRateSchedule
{
    private readonly double initialLearningRate = Rate(initialLearningRate);
    private readonly long decaySteps = Count(decaySteps);
    private readonly double endLearningRate = Rate(endLearningRate);
    private readonly double power = Rate(power);

    /// <inheritdoc/>
    public override double RateAt(long step)
    {
        double steps = this.decaySteps;
        double done = step;
        if (cycle)
        {
            steps *= Math.Max(1, Math.Ceiling(done / steps));
        }
        else
        {
            done = Math.Min(done, steps);
        }

        return ((this.initialLearningRate - this.endLearningRate) * Math.Pow(1 - (done / steps), this.power)) + this.endLearningRate;
    }
}
