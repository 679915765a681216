using NetDsl.Kernels;

namespace NetDsl.Data.Simulators;

/// <summary>
/// One kind of particles of an air shower at one detector: how many come on average, when, and what each leaves there. Few are drawn one by
/// one; of many the number in each bin is drawn.
/// </summary>
/// <param name="mean">The expected number of particles.</param>
/// <param name="signal">The mean signal of one in VEM.</param>
/// <param name="variance">The variance of that signal over the square of its mean.</param>
/// <param name="logDelay">The logarithm of the median delay behind the front, in ns.</param>
/// <param name="delaySpread">The standard deviation of the logarithm of the delay.</param>
internal readonly struct ShowerComponent(double mean, double signal, double variance, double logDelay, double delaySpread)
{
    // Up to so many particles are expected where each is drawn by itself.
    private const double FewParticles = 48;

    // Bins in which so little is expected stay empty.
    private const double Nothing = 1e-9;

    /// <summary>Whether the particles are drawn one by one.</summary>
    public bool IsFew => mean <= FewParticles;

    /// <summary>Draws how many particles come, where they are drawn one by one.</summary>
    /// <param name="random">Where chance comes from.</param>
    public int DrawNumber(ref RandomStream random) => (int)PoissonDistribution.Draw(ref random, mean);

    /// <summary>Draws a particle's delay behind the front, in ns.</summary>
    /// <param name="random">Where chance comes from.</param>
    public double DrawDelay(ref RandomStream random) => PortableMath.Exp(logDelay + (delaySpread * random.NextNormal()));

    /// <summary>Draws what many particles leave in each bin.</summary>
    /// <remarks>
    /// A Poisson number of signals that vary has the mean and the variance of one of equal signals, each larger by 1 + variance and as much fewer.
    /// </remarks>
    /// <param name="logDelays">The logarithm of the delay behind the front at each edge of the bins, in ns; minus infinity before the front.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="bins">The signals in VEM, to which those of these particles are added.</param>
    public void DrawBins(ReadOnlySpan<double> logDelays, ref RandomStream random, Span<float> bins)
    {
        double unit = signal * (1 + variance);
        double number = mean / (1 + variance);
        double begin = NormalCumulative.Of((logDelays[0] - logDelay) / delaySpread);
        for (int bin = 0; bin < bins.Length; bin++)
        {
            double end = NormalCumulative.Of((logDelays[bin + 1] - logDelay) / delaySpread);
            double expected = number * (end - begin);
            if (expected > Nothing)
            {
                bins[bin] += (float)(unit * PoissonDistribution.Draw(ref random, expected));
            }

            begin = end;
        }
    }
}
