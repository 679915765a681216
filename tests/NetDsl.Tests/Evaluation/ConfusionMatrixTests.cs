using System.Globalization;
using NetDsl.Evaluation;

namespace NetDsl.Tests.Evaluation;

public class ConfusionMatrixTests
{
    private static readonly string[] Animals = ["cat", "dog", "elephant"];

    [Fact]
    public void Samples_are_counted_by_their_class_and_what_they_were_taken_for()
    {
        ConfusionMatrix matrix = ConfusionMatrix.Categorical<float>(
            [0.8f, 0.1f, 0.1f, 0.2f, 0.7f, 0.1f, 0.1f, 0.2f, 0.7f, 0.6f, 0.3f, 0.1f],
            [1, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0],
            Animals);

        Assert.Equal(2, matrix[0, 0]);
        Assert.Equal(1, matrix[0, 1]);
        Assert.Equal(1, matrix[2, 2]);
        Assert.Equal(0, matrix[1, 0]);
        Assert.Equal(4, matrix.Total);
        Assert.Equal(0.75, matrix.Accuracy);
    }

    [Fact]
    public void One_output_counts_two_classes()
    {
        ConfusionMatrix matrix = ConfusionMatrix.Binary<double>([0.9, 0.2, 0.5, 0.7], [1, 0, 1, 0], ["no", "yes"]);

        Assert.Equal((1, 1, 1, 1), (matrix[0, 0], matrix[0, 1], matrix[1, 0], matrix[1, 1]));
        Assert.Equal(0.5, matrix.Accuracy);
    }

    [Fact]
    public void The_table_has_a_row_for_each_actual_class()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            other.NumberFormat.NegativeSign = "~";
            CultureInfo.CurrentCulture = other;
            ConfusionMatrix matrix = ConfusionMatrix.Categorical<float>([1f, 0, 0, 0, 1, 0, 0, 0, 1], [1f, 0, 0, 1, 0, 0, 0, 0, 1], Animals);

            const string Expected =
                "actual \\ predicted  cat  dog  elephant\n" +
                "cat                   1    1         0\n" +
                "dog                   0    0         0\n" +
                "elephant              0    0         1";
            Assert.Equal(Expected, matrix.ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_cannot_be_counted_is_refused()
    {
        Assert.Throws<ArgumentException>(() => ConfusionMatrix.Categorical<float>([1f], [1f], ["one"]));
        Assert.Throws<ArgumentException>(() => ConfusionMatrix.Binary<float>([1f], [1f], Animals));
        Assert.Throws<ArgumentException>(() => ConfusionMatrix.Categorical<float>([1f, 2], [1f, 0, 1], ["a", "b"]));
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => ConfusionMatrix.Categorical<float>([1f, 0, float.NaN, 0], [1f, 0, 1, 0], ["a", "b"]));
        Assert.Contains("sample 1 is NaN", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfusionMatrix.Binary<float>([1f], [1f], ["a", "b"])[2, 0]);
    }

    [Fact]
    public void Weights_leave_the_counts_as_they_are()
    {
        ConfusionMatrix matrix = ConfusionMatrix.Categorical<float>([1f, 0, 0, 1, 1, 0], [0, 1, 1], ["a", "b"], [2.5f, -0.5f, 1]);

        Assert.Equal((1, 0, 1, 1), (matrix[0, 0], matrix[0, 1], matrix[1, 0], matrix[1, 1]));
        Assert.Equal((2.5, 0, 1, -0.5), (matrix.Weight(0, 0), matrix.Weight(0, 1), matrix.Weight(1, 0), matrix.Weight(1, 1)));
        Assert.Equal((3, 3.0), (matrix.Total, matrix.TotalWeight));
        Assert.Equal(2.0 / 3, matrix.Accuracy, 1e-15);
    }

    [Fact]
    public void A_class_without_samples_has_shares_of_zero()
    {
        ConfusionMatrix matrix = ConfusionMatrix.Categorical<float>([1f, 0, 0, 0, 1, 0], [0, 0], Animals);

        Assert.Equal([0.5, 0.5, 0, 0, 0, 0, 0, 0, 0], matrix.Normalize(ConfusionNormalization.Actual).Cast<double>());
        Assert.Equal([1.0, 1, 0, 0, 0, 0, 0, 0, 0], matrix.Normalize(ConfusionNormalization.Predicted).Cast<double>());
    }
}
