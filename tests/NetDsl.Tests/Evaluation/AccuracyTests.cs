using NetDsl.Evaluation;

namespace NetDsl.Tests.Evaluation;

public class AccuracyTests
{
    [Fact]
    public void The_largest_output_decides_between_classes()
    {
        float[] outputs = [0.1f, 0.7f, 0.2f, 0.5f, 0.4f, 0.1f, 0.3f, 0.3f, 0.4f, 0.9f, 0.05f, 0.05f];
        float[] targets = [0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1];

        Assert.Equal(2, Accuracy.CountCategorical<float>(outputs, targets, 3));
        Assert.Equal(0.5, Accuracy.Categorical<float>(outputs, targets, 3));
    }

    [Fact]
    public void The_side_of_one_half_decides_for_a_single_output()
    {
        double[] outputs = [0.1, 0.9, 0.5, 0.6, 0.51];
        double[] targets = [0, 1, 0, 0, 0];

        Assert.Equal(3, Accuracy.CountBinary<double>(outputs, targets));
        Assert.Equal(0.6, Accuracy.Binary<double>(outputs, targets));
    }

    [Fact]
    public void Of_equal_outputs_the_first_decides()
    {
        Assert.Equal(1, Accuracy.Categorical<float>([0.5f, 0.5f], [1, 0], 2));
        Assert.Equal(0, Accuracy.Categorical<float>([0.5f, 0.5f], [0, 1], 2));
    }

    [Fact]
    public void An_output_that_is_not_a_number_is_never_right()
    {
        Assert.Equal(0, Accuracy.CountCategorical([float.NaN, 0, 0, float.NaN], [1, 0, 0, 1], 2));
        Assert.Equal(0, Accuracy.CountBinary([double.NaN, double.NaN], [0, 1]));
    }

    [Theory]
    [InlineData(4, 3, 2)]
    [InlineData(5, 5, 2)]
    [InlineData(0, 0, 2)]
    [InlineData(4, 4, 0)]
    public void Lengths_that_do_not_fit_are_refused(int outputs, int targets, int classes)
    {
        Assert.ThrowsAny<ArgumentException>(() => Accuracy.Categorical<float>(new float[outputs], new float[targets], classes));
    }
}
