using NetDsl.Kernels;

namespace NetDsl.Tests.Kernels;

public class RandomStreamTests
{
    private const int Draws = 200_000;

    [Fact]
    public void The_words_are_those_of_consecutive_blocks()
    {
        RandomStream random = new(0x0123456789ABCDEF, 7);
        for (ulong block = 0; block < 5; block++)
        {
            for (int lane = 0; lane < 4; lane++)
            {
                Assert.Equal(Philox.Block(0x0123456789ABCDEF, block, 7)[lane], random.NextUInt32());
            }
        }
    }

    [Fact]
    public void A_stream_resumed_at_any_position_goes_on_with_the_same_words()
    {
        RandomStream whole = new(3, 4);
        for (ulong position = 0; position < 23; position++)
        {
            Assert.Equal(position, whole.Position);
            RandomStream resumed = new(3, 4) { Position = position };
            Assert.Equal(position, resumed.Position);
            uint expected = whole.NextUInt32();
            Assert.Equal(expected, resumed.NextUInt32());
        }
    }

    [Fact]
    public void Streams_and_seeds_differ()
    {
        uint[] first = [First(1, 0), First(1, 1), First(2, 0), First(2, 1), First(1, RandomStreams.Split), First(1, RandomStreams.Shuffle)];

        Assert.Equal(first.Length, first.Distinct().Count());

        static uint First(ulong seed, ulong stream) => new RandomStream(seed, stream).NextUInt32();
    }

    [Fact]
    public void Uniform_draws_fill_the_unit_interval_evenly()
    {
        RandomStream random = new(5, 0);
        int[] counts = new int[10];
        for (int i = 0; i < Draws; i++)
        {
            double value = random.NextUniform();
            Assert.InRange(value, 0, 1 - Math.ScaleB(1, -53));
            counts[(int)(value * 10)]++;
        }

        Assert.All(counts, count => AssertNear(Draws * 0.1, count, Math.Sqrt(Draws * 0.1 * 0.9)));
    }

    [Fact]
    public void Normal_draws_have_the_moments_of_the_normal_distribution()
    {
        RandomStream random = new(6, 0);
        double sum = 0;
        double squares = 0;
        double fourths = 0;
        for (int i = 0; i < Draws; i++)
        {
            double value = random.NextNormal();
            sum += value;
            squares += value * value;
            fourths += value * value * value * value;
        }

        AssertNear(0, sum / Draws, 1 / Math.Sqrt(Draws));
        AssertNear(1, squares / Draws, Math.Sqrt(2.0 / Draws));
        AssertNear(3, fourths / Draws, Math.Sqrt(96.0 / Draws));
        Assert.Equal(2UL * Draws, random.Position);
    }

    /// <summary>Quantiles from Python's statistics.NormalDist, an implementation of its own.</summary>
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.6, 0.2533471031357998)]
    [InlineData(0.975, 1.9599639845400536)]
    [InlineData(0.075, -1.4395314709384557)]
    [InlineData(0.001, -3.090232306167813)]
    [InlineData(1e-8, -5.61200124417479)]
    [InlineData(1e-13, -7.3487961028006765)]
    public void Quantiles_of_the_normal_distribution_are_right_in_centre_shoulder_and_tail(double probability, double expected)
    {
        Assert.Equal(expected, NormalDistribution.Quantile(probability), 1e-14);
        Assert.Equal(expected, -NormalDistribution.Quantile(1 - probability), 1e-3);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(100)]
    public void Whole_numbers_are_equally_likely(int exclusiveMax)
    {
        RandomStream random = new(7, (ulong)exclusiveMax);
        int[] counts = new int[exclusiveMax];
        for (int i = 0; i < Draws; i++)
        {
            counts[random.NextInt(exclusiveMax)]++;
        }

        double p = 1.0 / exclusiveMax;
        Assert.All(counts, count => AssertNear(Draws * p, count, Math.Sqrt(Draws * p * (1 - p))));
    }

    /// <summary>With 3 x 2^29 possible values the mapping of 2^32 words without rejection gives every third value 3 instead of 2 words.</summary>
    [Fact]
    public void Whole_numbers_of_a_range_that_does_not_divide_the_words_are_not_biased()
    {
        const int Max = 3 << 29;
        RandomStream random = new(8, 0);
        int[] counts = new int[3];
        for (int i = 0; i < Draws; i++)
        {
            counts[random.NextInt(Max) % 3]++;
        }

        Assert.All(counts, count => AssertNear(Draws / 3.0, count, Math.Sqrt(Draws * 2 / 9.0)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_range_without_numbers_is_refused(int exclusiveMax)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(1, 1).NextInt(exclusiveMax));
    }

    /// <summary>Five standard deviations: the seed is fixed, so it passes always or never.</summary>
    private static void AssertNear(double expected, double actual, double sigma) =>
        Assert.InRange(actual, expected - (5 * sigma), expected + (5 * sigma));
}
