using NetDsl.Evaluation;

namespace NetDsl.Tests.Evaluation;

public class RegressionReportTests
{
    [Fact]
    public void The_bias_is_forgiven_by_the_explained_variance_alone()
    {
        RegressionScore score = RegressionReport.Of<float>([2, 3, 4], [1, 2, 3]).Average;

        Assert.Equal(1, score.MeanResidual);
        Assert.Equal(1, score.ExplainedVariance);
        Assert.Equal(-0.5, score.R2, 1e-15);
    }

    [Fact]
    public void Targets_that_are_all_the_same_follow_scikit_learn()
    {
        Assert.Equal(1, RegressionReport.Of<double>([2, 2], [2, 2]).Average.R2);
        Assert.Equal(0, RegressionReport.Of<double>([2, 3], [2, 2]).Average.R2);
        Assert.Equal(1, RegressionReport.Of<double>([3, 3], [2, 2]).Average.ExplainedVariance);

        // Neither three times 0.1 nor three times 0.7 is what rounding makes of the sums.
        RegressionScore score = RegressionReport.Of<double>([0.1, 0.1, 0.7], [0.1, 0.1, 0.1], weights: [0.1, 0.7, 0.3]).Average;
        Assert.Equal((0, 0), (score.R2, score.ExplainedVariance));
    }

    [Fact]
    public void A_single_sample_has_no_variance()
    {
        RegressionScore score = RegressionReport.Of<double>([3], [1]).Average;

        Assert.Equal((2, 4, 2), (score.MeanAbsoluteError, score.MeanSquaredError, score.RootMeanSquaredError));
        Assert.Equal(double.NaN, score.R2);
        Assert.Equal(double.NaN, score.ExplainedVariance);
    }

    [Fact]
    public void Negative_weights_may_leave_no_root_and_no_variance()
    {
        RegressionScore score = RegressionReport.Of<double>([0, 3], [0, 1], weights: [2, -1]).Average;

        Assert.Equal(-4, score.MeanSquaredError);
        Assert.Equal(double.NaN, score.RootMeanSquaredError);
        Assert.Equal(double.NaN, score.R2);
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        AssertRefused("The output at 1 is NaN", () => RegressionReport.Of<float>([1, float.NaN], [1, 2]));
        AssertRefused("The target at 0 is -Infinity", () => RegressionReport.Of<float>([1, 2], [float.NegativeInfinity, 2]));
        AssertRefused("samples of 2", () => RegressionReport.Of<float>([1, 2, 3], [1, 2, 3], 2));
        AssertRefused("sum to 0", () => RegressionReport.Of<float>([1, 2], [1, 2], weights: [1, -1]));
        AssertRefused("3 weights and 2 samples", () => RegressionReport.Of<float>([1, 2], [1, 2], weights: [1, 1, 1]));
    }

    [Fact]
    public void Residual_quantiles_are_by_default_those_of_standard_deviations()
    {
        double[] outputs = [.. Enumerable.Range(0, 10_001).Select(i => i / 10_000.0)];

        double[] quantiles = ResidualQuantiles.Of<double>(outputs, new double[10_001]).Columns[0];

        Assert.Equal([0.02275, 0.15866, 0.5, 0.84134, 0.97725], quantiles.Select(quantile => Math.Round(quantile, 5)));
        Assert.Equal(5, ResidualQuantiles.Of<float>([1], [1]).Columns[0].Length);
    }

    [Fact]
    public void A_share_of_residuals_is_from_zero_to_one() =>
        AssertRefused("The share at 0 is 2", () => ResidualQuantiles.Of<float>([1, 2], [1, 2], probabilities: [2]));

    private static void AssertRefused(string why, Action action) =>
        Assert.Contains(why, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);

    [Fact]
    public void The_table_has_a_row_for_each_output_and_their_mean()
    {
        string[] lines = RegressionReport.Of<double>([1, 10, 2, 20], [1, 12, 3, 20], columns: 2).ToString().Split('\n');

        Assert.Equal(4, lines.Length);
        Assert.Equal(["MAE", "MSE", "RMSE", "R2", "explained", "bias"], lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(
            ["0", "0.5", "0.5", "0.70711", "0.5000", "0.7500", "-0.5"], lines[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(["mean", "0.75", "1.25"], lines[3].Split(' ', StringSplitOptions.RemoveEmptyEntries)[..3]);
        Assert.All(lines, line => Assert.Equal(lines[0].Length, line.Length));
    }
}
