namespace NetDsl.Training;

/// <summary>The initial rate / (1 + decayRate step / decaySteps).</summary>
/// <param name="initialLearningRate">The rate of the first step.</param>
/// <param name="decaySteps">The steps in which the divisor grows by <paramref name="decayRate"/>, at least 1.</param>
/// <param name="decayRate">By what it grows, at least 0.</param>
/// <param name="staircase">Whether step / decaySteps is rounded down, so that the rate falls by stairs.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
public sealed class InverseTimeDecay(double initialLearningRate, long decaySteps, double decayRate, bool staircase = false) : LearningRateSchedule
{
    private readonly double initialLearningRate = Rate(initialLearningRate);
    private readonly long decaySteps = Count(decaySteps);
    private readonly double decayRate = Rate(decayRate);

    /// <inheritdoc/>
    public override double RateAt(long step)
    {
        double part = (double)step / this.decaySteps;
        return this.initialLearningRate / (1 + (this.decayRate * (staircase ? Math.Floor(part) : part)));
    }
}
