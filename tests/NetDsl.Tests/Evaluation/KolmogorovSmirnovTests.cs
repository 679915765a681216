using NetDsl.Evaluation;

namespace NetDsl.Tests.Evaluation;

public class KolmogorovSmirnovTests
{
    private static readonly MetricVectors Vectors = MetricVectors.Of("kolmogorov_smirnov");

    public static TheoryData<int> Pairs => [.. Enumerable.Range(0, Vectors["pairs"].Items.Count())];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Statistic_and_p_value_agree_with_scipy(int pair)
    {
        MetricVectors expected = Vectors["pairs"].Items.ElementAt(pair);

        KolmogorovSmirnov result = KolmogorovSmirnov.Of<double>(expected["train"].Numbers, expected["test"].Numbers);
        KolmogorovSmirnov swapped = KolmogorovSmirnov.Of<double>(expected["test"].Numbers, expected["train"].Numbers);

        expected["statistic"].AssertEqual(result.Statistic);
        expected["p"].AssertEqual(result.PValue);
        expected["p"].AssertEqual(swapped.PValue);
        Assert.True(result.IsExact);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_weighted_statistic_agrees_with_its_definition(int pair)
    {
        MetricVectors expected = Vectors["pairs"].Items.ElementAt(pair);

        KolmogorovSmirnov result = KolmogorovSmirnov.Of<double>(
            expected["train"].Numbers, expected["test"].Numbers, expected["train_weights"].Numbers, expected["test_weights"].Numbers);

        expected["weighted_statistic"].AssertEqual(result.Statistic);
        expected["weighted_p"].AssertEqual(result.PValue);
        expected["events"].AssertEqual(result.EffectiveTrainEvents, result.EffectiveTestEvents);
        Assert.False(result.IsExact);
    }

    [Fact]
    public void The_limiting_distribution_agrees_with_scipy() =>
        Vectors["survival"].AssertEqual([.. Vectors["x"].Numbers.Select(KolmogorovDistribution.Survival)]);

    [Fact]
    public void The_exact_probability_nears_the_limit_for_large_samples()
    {
        const int Count = 2000;
        double exact = KolmogorovDistribution.Exact(Count, Count - 1, (long)(0.04 * Count * (Count - 1)));

        Assert.Equal(KolmogorovDistribution.Survival(0.04 * Math.Sqrt(Count / 2.0)), exact, 0.01);
    }

    [Fact]
    public void Equal_samples_are_not_apart()
    {
        KolmogorovSmirnov result = KolmogorovSmirnov.Of<float>([0.3f, 0.1f, 0.2f], [0.1f, 0.2f, 0.3f]);

        Assert.Equal(0, result.Statistic);
        Assert.Equal(1, result.PValue);
    }

    [Fact]
    public void Samples_that_do_not_overlap_are_as_far_apart_as_can_be()
    {
        KolmogorovSmirnov result = KolmogorovSmirnov.Of<float>([1, 2, 3], [4, 5, 6, 7]);

        Assert.Equal(1, result.Statistic);

        // Two of the (7 choose 3) = 35 orders are as extreme.
        Assert.Equal(2.0 / 35, result.PValue, 1e-15);
    }

    [Fact]
    public void A_function_that_overshoots_by_negative_weights_is_followed_to_its_end()
    {
        // 0.5 and then 2 of its weight lie below, where all of the other's does.
        KolmogorovSmirnov result = KolmogorovSmirnov.Of<float>([1], [1, 2, 3], [], [1, 3, -2]);

        Assert.Equal(1, result.Statistic);
        Assert.Equal(result.Statistic, KolmogorovSmirnov.Of<float>([1, 2, 3], [1], [1, 3, -2]).Statistic);
    }

    [Fact]
    public void Many_samples_get_the_limit()
    {
        float[] train = [.. Enumerable.Range(0, 10_001).Select(i => i / 10_001f)];
        float[] test = [.. Enumerable.Range(0, 5).Select(i => i / 5f)];

        Assert.False(KolmogorovSmirnov.Of<float>(train, test).IsExact);
    }

    [Fact]
    public void A_sample_without_scores_or_weight_is_refused()
    {
        Assert.Contains(
            "no test score",
            Assert.Throws<ArgumentException>(() => KolmogorovSmirnov.Of<float>([1f], [])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "training scores sum to 0",
            Assert.Throws<ArgumentException>(() => KolmogorovSmirnov.Of<float>([1f, 2f], [1f], [1f, -1f])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => KolmogorovSmirnov.Of<float>([float.NaN], [1f]));
    }
}
