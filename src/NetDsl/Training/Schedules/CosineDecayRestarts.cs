namespace NetDsl.Training;

/// <summary>Half cosines one after the other, each from the top ("SGDR", Loshchilov and Hutter 2017): warm restarts.</summary>
/// <param name="initialLearningRate">The rate of the first step.</param>
/// <param name="firstDecaySteps">The steps of the first cosine, at least 1.</param>
/// <param name="tMul">What the length of a cosine is multiplied by for the next, at least 1.</param>
/// <param name="mMul">What its top is multiplied by for the next, at least 0.</param>
/// <param name="alpha">The part of the initial rate below which no cosine goes, at least 0.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
public sealed class CosineDecayRestarts(
    double initialLearningRate, long firstDecaySteps, double tMul = 2, double mMul = 1, double alpha = 0) : LearningRateSchedule
{
    private readonly double initialLearningRate = Rate(initialLearningRate);
    private readonly long firstDecaySteps = Count(firstDecaySteps);
    private readonly double tMul = InRange(tMul, tMul >= 1 && double.IsFinite(tMul), "a finite number of at least 1");
    private readonly double mMul = Rate(mMul);
    private readonly double alpha = Rate(alpha);

    /// <inheritdoc/>
    public override double RateAt(long step)
    {
        double done = (double)step / this.firstDecaySteps;
        (double restarts, double part) = this.tMul == 1 ? (Math.Floor(done), done - Math.Floor(done)) : this.Place(done);
        return this.initialLearningRate * (((1 - this.alpha) * Math.Pow(this.mMul, restarts) * Cosine(part)) + this.alpha);
    }

    // After n restarts (1 - tMul^n) / (1 - tMul) first lengths are over. The logarithm can be off by one where a cosine begins.
    private (double Restarts, double Part) Place(double done)
    {
        double Begin(double n) => (1 - Math.Pow(this.tMul, n)) / (1 - this.tMul);
        double restarts = Math.Floor(Math.Log(1 - (done * (1 - this.tMul))) / Math.Log(this.tMul));
        restarts += done >= Begin(restarts + 1) ? 1 : done < Begin(restarts) ? -1 : 0;
        return (restarts, (done - Begin(restarts)) / Math.Pow(this.tMul, restarts));
    }
}
