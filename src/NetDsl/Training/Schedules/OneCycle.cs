namespace NetDsl.Training;

/// <summary>
/// Half a cosine up to the largest rate and half a cosine down to nearly nothing (Smith and Topin 2018), by the formula of PyTorch's
/// OneCycleLR with cosine annealing and two phases. The momentum, which PyTorch lets go the other way, is left alone.
/// </summary>
/// <param name="maxLearningRate">The largest rate.</param>
/// <param name="totalSteps">The steps of the cycle, at least 2; after them the rate stays where it is.</param>
/// <param name="pctStart">The part of them that goes up, above 0 and below 1.</param>
/// <param name="divFactor">The largest rate over the first, at least 1.</param>
/// <param name="finalDivFactor">The first rate over the last, at least 1.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is not in its range.</exception>
public sealed class OneCycle(
    double maxLearningRate, long totalSteps, double pctStart = 0.3, double divFactor = 25, double finalDivFactor = 1e4) : LearningRateSchedule
{
    private readonly double top = Rate(maxLearningRate);
    private readonly double first = maxLearningRate / InRange(divFactor, divFactor >= 1 && double.IsFinite(divFactor), "a finite number of at least 1");
    private readonly double peak = (InRange(pctStart, pctStart is > 0 and < 1, "above 0 and below 1") * Count(totalSteps, least: 2)) - 1;
    private readonly double last = maxLearningRate / divFactor
        / InRange(finalDivFactor, finalDivFactor >= 1 && double.IsFinite(finalDivFactor), "a finite number of at least 1");

    private readonly long end = totalSteps - 1;

    /// <inheritdoc/>
    public override double RateAt(long step) => step <= this.peak
        ? this.top + ((this.first - this.top) * Cosine(this.peak == 0 ? 1 : step / this.peak))
        : this.last + ((this.top - this.last) * Cosine(Math.Min(1, (step - this.peak) / (this.end - this.peak))));
}
