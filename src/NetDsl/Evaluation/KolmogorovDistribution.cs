namespace NetDsl.Evaluation;

/// <summary>How likely two samples of one distribution lie as far apart as two that were seen.</summary>
internal static class KolmogorovDistribution
{
    /// <summary>Where the one series converges as fast as the other: each needs five terms for the last digit.</summary>
    private const double Crossing = 1.18;

    private const int Terms = 6;

    /// <summary>
    /// The probability that two samples of one continuous distribution, of m and n values, have |F1 - F2| of at least h / (m n) somewhere.
    /// A path from (0, 0) to (m, n) takes a step for each value in order; all paths are equally likely, and one that stays inside, where
    /// |i n - j m| is below h, has a smaller distance (Hodges, "The significance probability of the Smirnov two-sample test", Arkiv foer
    /// Matematik 3, 1958). The share of the paths to (i, j) that stay inside follows from those to its two neighbours: a path comes by a
    /// step of i with probability i / (i + j).
    /// </summary>
    public static double Exact(int m, int n, long h)
    {
        if (h <= 0)
        {
            return 1;
        }

        double[] inside = new double[n + 1];
        for (int i = 0; i <= m; i++)
        {
            // |i n - j m| < h bounds j; what lies outside of it counts as no path.
            long low = Math.Max(0, (((long)i * n) - h) / m);
            long high = Math.Min(n, (((long)i * n) + h) / m);
            if (low > 0)
            {
                inside[low - 1] = 0;
            }

            for (long j = low; j <= high; j++)
            {
                bool isInside = Math.Abs(((long)i * n) - (j * m)) < h;
                double byStepOfJ = j > 0 ? inside[j - 1] * j : 0;
                double byStepOfI = i > 0 ? inside[j] * i : 0;
                inside[j] = !isInside ? 0 : i + j == 0 ? 1 : (byStepOfJ + byStepOfI) / (i + j);
            }
        }

        return Math.Clamp(1 - inside[n], 0, 1);
    }

    /// <summary>
    /// The limit for large samples, 2 sum_k (-1)^(k-1) exp(-2 k^2 x^2) with x = sqrt(m n / (m + n)) D (Kolmogorov 1933, Smirnov 1948); for
    /// small x by the transformed series 1 - sqrt(2 pi) / x sum_k exp(-(2 k - 1)^2 pi^2 / (8 x^2)), which converges there.
    /// </summary>
    public static double Survival(double x)
    {
        if (x <= 0)
        {
            return 1;
        }

        double sum = 0;
        if (x < Crossing)
        {
            for (int k = 1; k <= Terms; k++)
            {
                double odd = (2 * k) - 1;
                sum += Math.Exp(-odd * odd * Math.PI * Math.PI / (8 * x * x));
            }

            return Math.Clamp(1 - (Math.Sqrt(2 * Math.PI) / x * sum), 0, 1);
        }

        for (int k = Terms; k >= 1; k--)
        {
            double term = Math.Exp(-2.0 * k * k * x * x);
            sum += k % 2 == 1 ? term : -term;
        }

        return Math.Clamp(2 * sum, 0, 1);
    }
}
