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

    [Fact]
    public void Class_numbers_may_be_of_any_numeric_type()
    {
        float[] outputs = [0.1f, 0.7f, 0.2f, 0.5f, 0.4f, 0.1f];

        Assert.Equal(0.5, Accuracy.SparseCategorical(outputs, new[] { 1, 2 }, 3));
        Assert.Equal(0.5, Accuracy.SparseCategorical(outputs, new[] { 1f, 2f }, 3));
        Assert.Equal(0.5, Accuracy.SparseCategorical(outputs, new byte[] { 1, 2 }, 3));
    }

    [Fact]
    public void Of_the_first_k_equal_outputs_the_first_are_the_largest()
    {
        float[] outputs = [0.25f, 0.25f, 0.25f, 0.25f];

        Assert.Equal(1, Accuracy.SparseTopKCategorical(outputs, new[] { 1 }, 4, k: 2));
        Assert.Equal(0, Accuracy.SparseTopKCategorical(outputs, new[] { 2 }, 4, k: 2));
        Assert.Equal(1, Accuracy.SparseTopKCategorical(outputs, new[] { 3 }, 4, k: 4));
    }

    [Fact]
    public void An_output_that_is_not_a_number_is_among_the_first_but_never_right()
    {
        float[] outputs = [float.NaN, 0.9f, 0.1f];

        Assert.Equal(0, Accuracy.SparseTopKCategorical(outputs, new[] { 0 }, 3, k: 3));
        Assert.Equal(0, Accuracy.SparseTopKCategorical(outputs, new[] { 1 }, 3, k: 1));
        Assert.Equal(1, Accuracy.SparseTopKCategorical(outputs, new[] { 1 }, 3, k: 2));
    }

    [Fact]
    public void Margins_are_decided_at_zero()
    {
        Assert.Equal(0.75, Accuracy.Binary<float>([-2, 0.1f, 0.4f, 3], [-1, -1, 1, 1], [], threshold: 0));
        Assert.Equal(0.75, Accuracy.Binary<float>([-2, 0.1f, 0.4f, 3], [0, 0, 1, 1], [], threshold: 0));
    }

    [Fact]
    public void Weights_count_decisions()
    {
        Assert.Equal(0.75, Accuracy.Binary<float>([0.9f, 0.9f], [1, 0], [3, 1]));
        Assert.Equal(1.5, Accuracy.Binary<float>([0.9f, 0.9f], [1, 0], [3, -1]));
        Assert.Equal(0.25, Accuracy.Categorical<float>([1, 0, 1, 0], [1, 0, 0, 1], 2, [1, 3]));
    }

    [Fact]
    public void What_has_no_accuracy_is_refused()
    {
        float[] outputs = [0.1f, 0.7f, 0.2f];

        AssertRefused("k being 1 to 3", () => Accuracy.SparseTopKCategorical(outputs, new[] { 1 }, 3, k: 4));
        AssertRefused("k being 1 to 3", () => Accuracy.TopKCategorical<float>(outputs, [0, 1, 0], 3));
        AssertRefused("class of sample 0 is 3", () => Accuracy.SparseCategorical(outputs, new[] { 3 }, 3));
        AssertRefused("class of sample 0 is 0.5", () => Accuracy.SparseCategorical(outputs, new[] { 0.5f }, 3));
        AssertRefused("class of sample 0 is -1", () => Accuracy.SparseCategorical(outputs, new[] { -1 }, 3));
        AssertRefused("weights of the samples sum to 0", () => Accuracy.Binary<float>([1, 0], [1, 0], [1, -1]));
        AssertRefused("1 weights and 2 samples", () => Accuracy.Binary<float>([1, 0], [1, 0], [1]));
        AssertRefused("weight at 1 is NaN", () => Accuracy.Binary<float>([1, 0], [1, 0], [1, float.NaN]));

        static void AssertRefused(string why, Action action) =>
            Assert.Contains(why, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
    }
}
