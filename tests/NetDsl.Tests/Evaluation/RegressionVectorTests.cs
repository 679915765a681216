using NetDsl.Evaluation;

namespace NetDsl.Tests.Evaluation;

/// <summary>Metrics of values against scikit-learn's and numpy's, with and without weights.</summary>
public class RegressionVectorTests
{
    private const int Columns = 3;

    private static readonly MetricVectors Vectors = MetricVectors.Of("regression");
    private static readonly double[] Outputs = Vectors["outputs"].Numbers;
    private static readonly double[] Targets = Vectors["targets"].Numbers;

    public static TheoryData<string> Weightings => MetricVectors.Weightings;

    [Theory]
    [MemberData(nameof(Weightings))]
    public void Errors_and_explained_variance_agree_with_scikit_learn(string weighting)
    {
        MetricVectors expected = Vectors["cases"][weighting];

        RegressionReport report = RegressionReport.Of<double>(Outputs, Targets, Columns, expected["weights"].Numbers);

        // The list ends with the average.
        RegressionScore[] scores = [.. report.Columns, report.Average];
        expected["mae"].AssertEqual([.. scores.Select(score => score.MeanAbsoluteError)]);
        expected["mse"].AssertEqual([.. scores.Select(score => score.MeanSquaredError)]);
        expected["rmse"].AssertEqual([.. scores.Select(score => score.RootMeanSquaredError)]);
        expected["r2"].AssertEqual([.. scores.Select(score => score.R2)]);
        expected["explained"].AssertEqual([.. scores.Select(score => score.ExplainedVariance)]);
    }

    [Theory]
    [MemberData(nameof(Weightings))]
    public void Residual_quantiles_agree_with_numpy(string weighting)
    {
        MetricVectors expected = Vectors["cases"][weighting];

        ResidualQuantiles quantiles = ResidualQuantiles.Of<double>(
            Outputs, Targets, Columns, expected["weights"].Numbers, Vectors["shares"].Numbers);

        expected["quantiles"].AssertEqual([.. quantiles.Columns.SelectMany(column => column)]);
        Vectors["shares"].AssertEqual(quantiles.Probabilities);
    }
}
