using NetDsl.Evaluation;

namespace NetDsl.Tests.Evaluation;

/// <summary>What holds of probabilities whatever another library makes of them.</summary>
public class ProbabilityTests
{
    [Fact]
    public void A_certain_mistake_costs_much_but_not_infinity()
    {
        Assert.Equal(-Math.Log(Math.Pow(2, -52)), LogLoss.Binary<double>([0], [1]), 1e-12);
        Assert.Equal(-Math.Log(Math.Pow(2, -23)), LogLoss.Binary<float>([0], [1]), 1e-12);
        Assert.Equal(-Math.Log(Math.Pow(2, -52)), LogLoss.Categorical<double>([1, 0], [1], 2), 1e-12);
    }

    [Fact]
    public void A_certainty_that_comes_true_costs_nothing()
    {
        Assert.Equal(0, LogLoss.Binary<double>([0, 1], [0, 1]), 1e-15);
        Assert.Equal(0, BrierScore.Binary<float>([0, 1], [-1, 1]));
        Assert.Equal(0, BrierScore.Categorical<float>([1, 0, 0, 0, 0, 1], [0, 2], 3));
    }

    [Fact]
    public void A_bin_whose_weights_cancel_is_left_out()
    {
        CalibrationCurve curve = CalibrationCurve.Of<double>([0.1, 0.1, 0.9, 0.9], [0, 1, 1, 0], [1, -1, 3, 1], bins: 2);

        Assert.Equal([0.9], curve.MeanPredictedProbabilities);
        Assert.Equal([0.75], curve.FractionsOfPositives);
        Assert.Equal([4.0], curve.Weights);
        Assert.Equal([0, 0.5, 1], curve.BinEdges);
    }

    [Fact]
    public void A_probability_on_an_edge_belongs_to_the_bin_below()
    {
        CalibrationCurve curve = CalibrationCurve.Of<double>([0, 0.5, 0.5000001, 1], [0, 0, 1, 1], bins: 2);

        Assert.Equal([2.0, 2.0], curve.Weights);
        Assert.Equal([0.0, 1.0], curve.FractionsOfPositives);
    }

    [Fact]
    public void Equal_probabilities_fall_into_one_bin_of_quantiles()
    {
        CalibrationCurve curve = CalibrationCurve.Of<double>(
            [0.5, 0.5, 0.5, 0.5], [0, 1, 1, 1], bins: 3, strategy: CalibrationBins.Quantile);

        Assert.Equal([4.0], curve.Weights);
        Assert.Equal(0.25, curve.ExpectedCalibrationError);
        Assert.Equal(0.25, curve.MaximumCalibrationError);
    }

    [Fact]
    public void What_is_no_probability_is_refused()
    {
        AssertRefused("The output at 1 is 1.5", () => LogLoss.Binary<double>([0.5, 1.5], [0, 1]));
        AssertRefused("The output at 0 is -0.5", () => BrierScore.Binary<double>([-0.5, 0.5], [0, 1]));
        AssertRefused("Has the training diverged", () => BrierScore.Binary<float>([float.NaN], [0]));
        AssertRefused("The outputs of sample 1 sum to 1.5", () => LogLoss.Categorical<double>([0.5, 0.5, 0.75, 0.75], [0, 1], 2));
        AssertRefused("at least two", () => LogLoss.Categorical<double>([1, 1], [1, 1], 1));
        AssertRefused("sum to -1", () => LogLoss.Binary<double>([0.5, 0.5], [0, 1], [1, -2]));
        AssertRefused("of no bin", () => CalibrationCurve.Of<double>([0.5, 0.5], [0, 1], [-1, -2]));
        AssertRefused("bins", () => CalibrationCurve.Of<double>([0.5, 0.5], [0, 1], bins: 0));
    }

    private static void AssertRefused(string why, Action action) =>
        Assert.Contains(why, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
