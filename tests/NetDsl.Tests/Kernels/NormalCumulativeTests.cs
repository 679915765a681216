using NetDsl.Kernels;

namespace NetDsl.Tests.Kernels;

public sealed class NormalCumulativeTests
{
    [Fact]
    public void It_is_the_inverse_of_the_quantile()
    {
        for (int i = 1; i < 20_000; i++)
        {
            double probability = i / 20_000.0;
            Assert.Equal(probability, NormalCumulative.Of(NormalDistribution.Quantile(probability)), 3e-9);
        }
    }

    [Fact]
    public void It_has_the_values_of_the_tables_and_ends_at_0_and_1()
    {
        Assert.Equal(0.5, NormalCumulative.Of(0), 1e-15);
        Assert.Equal(0.841344746068543, NormalCumulative.Of(1), 1e-14);
        Assert.Equal(2.86651571879194e-7, NormalCumulative.Of(-5), 1e-15);
        Assert.Equal(0, NormalCumulative.Of(-8));
        Assert.Equal(1, NormalCumulative.Of(9));
        Assert.Equal(0, NormalCumulative.Of(double.NegativeInfinity));
        Assert.Equal(double.NaN, NormalCumulative.Of(double.NaN));
    }
}
