namespace NetDsl.Benchmarks.Scaling;

/// <summary>A logarithmic axis: equal ratios are equal distances.</summary>
internal sealed class LogAxis
{
    private readonly double least;
    private readonly double logRange;
    private readonly double start;
    private readonly double length;

    /// <summary>An axis from one whole power to another.</summary>
    /// <param name="radix">The ratio of two marks: 2 or 10.</param>
    /// <param name="values">What must lie on it; all positive.</param>
    /// <param name="start">Where its least value is drawn.</param>
    /// <param name="end">Where its greatest value is drawn.</param>
    public LogAxis(int radix, IReadOnlyCollection<double> values, double start, double end)
    {
        int first = (int)Math.Floor(Math.Log(values.Min(), radix) + Rounding);
        int last = Math.Max(first + 1, (int)Math.Ceiling(Math.Log(values.Max(), radix) - Rounding));
        this.Marks = [.. Enumerable.Range(first, last - first + 1).Select(power => Math.Pow(radix, power))];
        this.least = this.Marks[0];
        this.logRange = Math.Log(this.Marks[^1] / this.least);
        this.start = start;
        this.length = end - start;
    }

    /// <summary>The powers along it.</summary>
    public IReadOnlyList<double> Marks { get; }

    /// <summary>What a logarithm of an exact power may be off.</summary>
    private static double Rounding => 1e-9;

    /// <summary>Where a value is drawn.</summary>
    /// <param name="value">The value, positive.</param>
    public double At(double value) => this.start + (this.length * Math.Log(value / this.least) / this.logRange);
}
