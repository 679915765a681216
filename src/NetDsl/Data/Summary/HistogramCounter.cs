namespace NetDsl.Data;

/// <summary>Counts values in bins of equal width, as numpy's histogram does.</summary>
internal sealed class HistogramCounter
{
    private readonly double[] edges;
    private readonly long[] counts;
    private readonly double binsPerUnit;

    /// <param name="minimum">The smallest value there will be.</param>
    /// <param name="maximum">The largest.</param>
    /// <param name="bins">At least 1.</param>
    public HistogramCounter(double minimum, double maximum, int bins)
    {
        if (minimum == maximum)
        {
            minimum -= 0.5;
            maximum += 0.5;
        }

        double width = (maximum - minimum) / bins;
        this.counts = new long[bins];
        this.binsPerUnit = bins / (maximum - minimum);
        this.edges = [.. Enumerable.Range(0, bins).Select(bin => minimum + (bin * width)), maximum];
    }

    /// <summary>Counts a value; one that is missing is passed over.</summary>
    public void Add(float value)
    {
        if (float.IsNaN(value))
        {
            return;
        }

        // The product may lie on the wrong side of an edge by rounding; the edges decide.
        int last = this.counts.Length - 1;
        int bin = Math.Clamp((int)((value - this.edges[0]) * this.binsPerUnit), 0, last);
        if (bin > 0 && value < this.edges[bin])
        {
            bin--;
        }
        else if (bin < last && value >= this.edges[bin + 1])
        {
            bin++;
        }

        this.counts[bin]++;
    }

    /// <summary>The bins with what was counted.</summary>
    public Histogram ToHistogram() => new(this.edges, this.counts);
}
