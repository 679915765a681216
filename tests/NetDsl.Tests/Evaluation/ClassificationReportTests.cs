using NetDsl.Evaluation;

namespace NetDsl.Tests.Evaluation;

public class ClassificationReportTests
{
    private static readonly string[] Classes = ["cat", "dog", "elephant"];

    [Fact]
    public void A_class_that_is_neither_found_nor_there_scores_zero()
    {
        ClassificationReport report = ClassificationReport.Of(
            ConfusionMatrix.Categorical<float>([1, 0, 0, 0, 1, 0], [0, 1], Classes));

        Assert.Equal(new ClassScore("elephant", 0, 0, 0, 0), report.Classes[2]);
        Assert.Equal(2.0 / 3, report.Macro.FBeta, 1e-15);
        Assert.Equal(1, report.Weighted.FBeta);
        Assert.Equal(1, report.Micro.Recall);
    }

    [Fact]
    public void The_table_has_a_row_for_each_class_and_average()
    {
        ConfusionMatrix matrix = ConfusionMatrix.Categorical<float>([1, 0, 0, 1, 0, 0, 0, 1, 0], [0, 1, 1], Classes);

        const string Expected =
            "                  precision  recall      F2    support\n" +
            "cat                  0.5000  1.0000  0.8333          1\n" +
            "dog                  1.0000  0.5000  0.5556          2\n" +
            "elephant             0.0000  0.0000  0.0000          0\n" +
            "micro average        0.6667  0.6667  0.6667          3\n" +
            "macro average        0.5000  0.5000  0.4630          3\n" +
            "weighted average     0.8333  0.6667  0.6481          3";
        Assert.Equal(Expected, ClassificationReport.Of(matrix, beta: 2).ToString());
    }

    [Fact]
    public void A_label_nobody_has_or_gets_does_not_spoil_the_averages()
    {
        ClassificationReport report = ClassificationReport.MultiLabel<float>([0.9f, 0.1f, 0.8f, 0.2f], [1, 0, 1, 0], ["a", "b"]);

        Assert.Equal(1, report.Micro.Precision);
        Assert.Equal(0.5, report.Macro.Precision);
        Assert.Equal(1, report.Weighted.Precision);
        Assert.Equal(0, ClassificationReport.MultiLabel<float>([0.1f], [0], ["a"]).Weighted.Recall);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Beta_is_above_zero(double beta)
    {
        ConfusionMatrix matrix = ConfusionMatrix.Binary<float>([1, 0], [1, 0], ["no", "yes"]);

        Assert.Throws<ArgumentOutOfRangeException>(() => ClassificationReport.Of(matrix, beta));
    }
}
