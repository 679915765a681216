namespace NetDsl.Data.Hdf5.Storage;

/// <summary>Walks a box of elements that is copied from one array into another, run by run.</summary>
internal ref struct RunWalker
{
    private readonly long[] count;
    private readonly long[] sourceStrides;
    private readonly long[] targetStrides;
    private readonly long[] place;
    private readonly int outer;
    private bool isBegun;

    /// <summary>Sets out a box.</summary>
    /// <param name="count">Its extents, each at least 1.</param>
    /// <param name="sourceShape">The array that it is in.</param>
    /// <param name="sourceStart">Its place there.</param>
    /// <param name="targetShape">The array that it goes into.</param>
    /// <param name="targetStart">Its place there.</param>
    public RunWalker(
        ReadOnlySpan<long> count,
        ReadOnlySpan<long> sourceShape,
        ReadOnlySpan<long> sourceStart,
        ReadOnlySpan<long> targetShape,
        ReadOnlySpan<long> targetStart)
    {
        int rank = count.Length;
        this.count = count.ToArray();
        this.place = new long[rank];
        this.sourceStrides = new long[rank];
        this.targetStrides = new long[rank];
        long sourceStride = 1;
        long targetStride = 1;
        this.Length = 1;
        this.outer = rank;
        bool isWhole = true;
        for (int i = rank - 1; i >= 0; i--)
        {
            this.sourceStrides[i] = sourceStride;
            this.targetStrides[i] = targetStride;
            this.Source += sourceStart[i] * sourceStride;
            this.Target += targetStart[i] * targetStride;
            sourceStride *= sourceShape[i];
            targetStride *= targetShape[i];
            if (!isWhole)
                continue;

            // What is whole in both arrays follows on without a gap.
            this.Length *= count[i];
            this.outer = i;
            isWhole = count[i] == sourceShape[i] && count[i] == targetShape[i];
        }
    }

    /// <summary>The elements of each run.</summary>
    public long Length { get; }

    /// <summary>The run's first element in the array that it comes from.</summary>
    public long Source { get; private set; }

    /// <summary>The run's first element in the array that it goes into.</summary>
    public long Target { get; private set; }

    /// <summary>Goes to the first run, then to the next.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Next()
    {
        if (!this.isBegun)
        {
            this.isBegun = true;
            return true;
        }

        for (int i = this.outer - 1; i >= 0; i--)
        {
            this.Source += this.sourceStrides[i];
            this.Target += this.targetStrides[i];
            if (++this.place[i] < this.count[i])
                return true;

            this.Source -= this.count[i] * this.sourceStrides[i];
            this.Target -= this.count[i] * this.targetStrides[i];
            this.place[i] = 0;
        }

        return false;
    }
}
