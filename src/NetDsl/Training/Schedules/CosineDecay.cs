namespace NetDsl.Training;

/// <summary>
/// Half a cosine from the initial rate down to alpha times it (Loshchilov and Hutter 2017), after a straight line up to it where there is a
/// warm-up.
/// </summary>
/// <param name="initialLearningRate">The rate of the first step.</param>
/// <param name="decaySteps">The steps of the cosine, at least 1.</param>
/// <param name="alpha">The part of the rate that is left in the end, at least 0.</param>
/// <param name="warmupTarget">Where the warm-up leads and the cosine begins; null for no warm-up.</param>
/// <param name="warmupSteps">The steps of the warm-up, before those of the cosine.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
public sealed class CosineDecay(
    double initialLearningRate, long decaySteps, double alpha = 0, double? warmupTarget = null, long warmupSteps = 0) : LearningRateSchedule
{
    private readonly double initialLearningRate = Rate(initialLearningRate);
    private readonly long decaySteps = Count(decaySteps);
    private readonly double alpha = Rate(alpha);
    private readonly double top = Rate(warmupTarget ?? initialLearningRate, nameof(warmupTarget));
    private readonly long warmupSteps = warmupTarget is null ? 0 : Count(warmupSteps, least: 0);

    /// <inheritdoc/>
    public override double RateAt(long step)
    {
        if (step < this.warmupSteps)
        {
            return this.initialLearningRate + ((this.top - this.initialLearningRate) * step / this.warmupSteps);
        }

        double part = (double)Math.Min(step - this.warmupSteps, this.decaySteps) / this.decaySteps;
        return this.top * (((1 - this.alpha) * Cosine(part)) + this.alpha);
    }
}
