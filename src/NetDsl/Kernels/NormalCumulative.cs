namespace NetDsl.Kernels;

/// <summary>The cumulative distribution of the standard normal distribution, from a table, for those who need it often.</summary>
internal static class NormalCumulative
{
    private const int StepsPerUnit = 32;
    private const int End = 8;

    // Values and slopes at equal steps from -End to End.
    private static readonly double[] Values = [.. Places().Select(x => 0.5 + (Density(x) * OddSeries(x)))];
    private static readonly double[] Slopes = [.. Places().Select(x => Density(x) / StepsPerUnit)];

    /// <summary>
    /// The probability that a normal variable lies below a value: to 3e-9, by the cubic polynomial through the neighbours in the table that has
    /// the density as its slope there (Hermite). The same bits on every machine.
    /// </summary>
    /// <param name="x">The value; NaN gives NaN.</param>
    public static double Of(double x)
    {
        if (!(Math.Abs(x) < End))
        {
            return double.IsNaN(x) ? x : x > 0 ? 1 : 0;
        }

        double place = (x + End) * StepsPerUnit;
        int i = (int)place;
        double t = place - i;
        double rise = Values[i + 1] - Values[i];
        double begin = Slopes[i] - rise;
        double end = rise - Slopes[i + 1];
        return Values[i] + (t * (rise + ((1 - t) * ((begin * (1 - t)) + (end * t)))));
    }

    private static IEnumerable<double> Places() => Enumerable.Range(0, (2 * End * StepsPerUnit) + 1).Select(i => (i / (double)StepsPerUnit) - End);

    private static double Density(double x) => PortableMath.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);

    /// <summary>
    /// x + x^3 / 3 + x^5 / (3 5) + ..., which times the density is the probability from 0 to x (Marsaglia, "Evaluating the normal distribution",
    /// Journal of Statistical Software 11, 2004).
    /// </summary>
    private static double OddSeries(double x)
    {
        double sum = x;
        double term = x;
        for (int odd = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); odd += 2)
        {
            term *= x * x / odd;
            sum += term;
        }

        return sum;
    }
}
