using NetDsl.Kernels;

namespace NetDsl.Tests.Kernels;

public sealed class PoissonDistributionTests
{
    private const int Draws = 40_000;

    [Theory]
    [InlineData(0.3)]
    [InlineData(4)]
    [InlineData(31.9)]
    [InlineData(32.1)]
    [InlineData(5000)]
    public void Mean_and_variance_are_equal_and_the_skewness_is_their_inverse_root(double mean)
    {
        RandomStream random = new(1, 0);
        double[] numbers = [.. Enumerable.Range(0, Draws).Select(_ => PoissonDistribution.Draw(ref random, mean))];
        double root = Math.Sqrt(mean);

        // Five standard deviations of each; those of the variance and the skewness grow where the mean is small.
        Assert.Equal(mean, numbers.Average(), 5 * root / Math.Sqrt(Draws));
        Assert.Equal(mean, numbers.Average(n => Math.Pow(n - mean, 2)), 5 * mean * Math.Sqrt((2 + (1 / mean)) / Draws));
        Assert.Equal(1 / root, numbers.Average(n => Math.Pow((n - mean) / root, 3)), 5 * Math.Sqrt((15 + (40 / mean) + (30 / (mean * mean))) / Draws));
    }

    [Fact]
    public void Each_number_has_its_probability()
    {
        RandomStream random = new(2, 0);
        int[] counts = new int[4];
        for (int i = 0; i < Draws; i++)
        {
            double number = PoissonDistribution.Draw(ref random, 1.5);
            if (number < counts.Length)
            {
                counts[(int)number]++;
            }
        }

        double[] expected = [0.2231302, 0.3346952, 0.2510214, 0.1255107];
        Assert.All(expected.Zip(counts), pair => Assert.Equal(pair.First, pair.Second / (double)Draws, 0.012));
    }

    [Fact]
    public void Of_a_mean_of_zero_nothing_is_drawn()
    {
        RandomStream random = new(3, 0);

        Assert.All(Enumerable.Range(0, 100), _ => Assert.Equal(0, PoissonDistribution.Draw(ref random, 0)));
    }

    [Fact]
    public void Two_words_are_used_whatever_the_mean()
    {
        RandomStream random = new(4, 0);
        PoissonDistribution.Draw(ref random, 3);
        PoissonDistribution.Draw(ref random, 300);

        Assert.Equal(4UL, random.Position);
    }
}
