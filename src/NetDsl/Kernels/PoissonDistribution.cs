namespace NetDsl.Kernels;

/// <summary>The Poisson distribution.</summary>
internal static class PoissonDistribution
{
    // Above it the quantile is that of the normal distribution, corrected.
    private const double LargeMean = 32;

    // Where the probabilities of a mean below the bound have long been lost to rounding.
    private const int GreatestSearched = 200;

    /// <summary>
    /// Draws a number of events, by inversion: two words whatever the mean. For means above 32 by the expansion of Cornish and Fisher to the term
    /// of the skewness (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.49), which is good to a twentieth of an event.
    /// </summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="mean">The mean, from 0 to 1e15.</param>
    public static double Draw(ref RandomStream random, double mean)
    {
        if (mean > LargeMean)
        {
            double z = random.NextNormal();
            return Math.Max(0, Math.Floor(mean + (Math.Sqrt(mean) * z) + (((z * z) - 1) / 6) + 0.5));
        }

        double rest = random.NextUniform();
        double probability = PortableMath.Exp(-mean);
        int events = 0;
        while (rest >= probability && events < GreatestSearched)
        {
            rest -= probability;
            events++;
            probability *= mean / events;
        }

        return events;
    }
}
