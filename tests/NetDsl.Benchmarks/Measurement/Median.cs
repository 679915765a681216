namespace NetDsl.Benchmarks.Measurement;

/// <summary>The middle of several readings, which one disturbed reading does not move.</summary>
internal static class Median
{
    /// <summary>The median.</summary>
    /// <param name="values">At least one value.</param>
    public static double Of(IEnumerable<double> values)
    {
        double[] ascending = [.. values.Order()];
        return (ascending[(ascending.Length - 1) / 2] + ascending[ascending.Length / 2]) / 2;
    }
}
