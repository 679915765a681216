using NetDsl.Data;
using NetDsl.Data.Simulators;

namespace NetDsl.Tests.Data.Simulators;

public class SineTests
{
    [Fact]
    public void Without_noise_the_points_lie_on_the_curve_and_all_over_it()
    {
        Dataset data = Sine.Simulate(1000, seed: 3, noise: 0);

        for (int i = 0; i < data.Count; i++)
        {
            Assert.Equal(Math.Sin(data.Features(i)[0]), data.Targets(i)[0], 1e-6);
        }

        ColumnSummary x = Assert.Single(data.DescribeFeatures());
        Assert.Equal("x", x.Name);
        Assert.InRange(x.Minimum, -Math.PI, -3.1);
        Assert.InRange(x.Maximum, 3.1, Math.PI);
    }

    [Fact]
    public void The_noise_has_the_width_that_was_asked_for()
    {
        Dataset data = Sine.Simulate(10_000, seed: 1, noise: 0.2);

        double squares = Enumerable.Range(0, data.Count).Sum(i => Math.Pow(data.Targets(i)[0] - Math.Sin(data.Features(i)[0]), 2));

        Assert.Equal(0.2, Math.Sqrt(squares / data.Count), 0.005);
    }

    [Fact]
    public void A_longer_series_begins_with_the_shorter_one()
    {
        Dataset whole = Sine.Simulate(20, seed: 5);

        Assert.Equal(Sine.Simulate(10, seed: 5).AllTargets, whole.AllTargets[..10]);
        Assert.NotEqual(Sine.Simulate(20, seed: 6).AllTargets.ToArray(), whole.AllTargets.ToArray());
    }

    [Fact]
    public void A_count_or_a_noise_out_of_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Sine.Simulate(0, 0));
        Assert.Throws<ArgumentException>(() => Sine.Simulate(1, 0, -1));
        Assert.Throws<ArgumentException>(() => Sine.Simulate(1, 0, double.NaN));
    }
}
