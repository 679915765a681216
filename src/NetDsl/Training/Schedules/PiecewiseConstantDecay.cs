namespace NetDsl.Training;

/// <summary>One rate up to the first boundary, another up to the second, and so on; a step at a boundary has the rate before it.</summary>
public sealed class PiecewiseConstantDecay : LearningRateSchedule
{
    private readonly long[] boundaries;
    private readonly double[] values;

    /// <summary>The pieces.</summary>
    /// <param name="boundaries">The last step of each piece but the last, from 0 and increasing.</param>
    /// <param name="values">The rate of each piece: one more than there are boundaries.</param>
    /// <exception cref="ArgumentException">The boundaries do not increase, or there are not so many rates.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative or not finite.</exception>
    public PiecewiseConstantDecay(IReadOnlyList<long> boundaries, IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(boundaries);
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count != boundaries.Count + 1)
        {
            throw new ArgumentException(
                $"{boundaries.Count} boundaries part {boundaries.Count + 1} rates; {values.Count} are given.", nameof(values));
        }

        this.boundaries = [.. boundaries];
        if (this.boundaries.Zip(this.boundaries.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            throw new ArgumentException("The boundaries must increase.", nameof(boundaries));
        }

        this.values = [.. values.Select(value => Rate(value, nameof(values)))];
    }

    /// <inheritdoc/>
    public override double RateAt(long step)
    {
        int piece = 0;
        while (piece < this.boundaries.Length && step > this.boundaries[piece])
        {
            piece++;
        }

        return this.values[piece];
    }
}
