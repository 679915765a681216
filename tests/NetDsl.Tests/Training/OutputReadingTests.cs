using NetDsl.Training;

namespace NetDsl.Tests.Training;

/// <summary>One output, read as what it stands for.</summary>
public sealed class OutputReadingTests
{
    [Theory]
    [InlineData(Activation.Softmax, Loss.CategoricalCrossentropy, 3, DecisionKind.LargestOfClasses, 3, true)]
    [InlineData(Activation.Softmax, Loss.SparseCategoricalCrossentropy, 3, DecisionKind.LargestOfClasses, 3, true)]
    [InlineData(Activation.LogSoftmax, Loss.CategoricalCrossentropy, 2, DecisionKind.LargestOfClasses, 2, true)]
    [InlineData(Activation.Linear, Loss.CategoricalHinge, 3, DecisionKind.LargestOfClasses, 3, false)]
    [InlineData(Activation.Sigmoid, Loss.CategoricalCrossentropy, 3, DecisionKind.LargestOfClasses, 3, false)]
    [InlineData(Activation.Sigmoid, Loss.MeanSquaredError, 1, DecisionKind.SideOfOneHalf, 2, true)]
    [InlineData(Activation.Sigmoid, Loss.BinaryCrossentropy, 4, DecisionKind.SideOfOneHalf, 2, true)]
    [InlineData(Activation.Step, Loss.MeanSquaredError, 1, DecisionKind.SideOfOneHalf, 2, false)]
    [InlineData(Activation.Linear, Loss.Hinge, 1, DecisionKind.Sign, 2, false)]
    [InlineData(Activation.Sign, Loss.MeanSquaredError, 1, DecisionKind.Sign, 2, false)]
    [InlineData(Activation.Linear, Loss.MeanSquaredError, 1, DecisionKind.None, 0, false)]
    [InlineData(Activation.Sigmoid, Loss.MeanSquaredError, 4, DecisionKind.None, 0, false)]
    public void Activation_and_loss_say_what_an_output_is(
        Activation activation, Loss loss, int outputs, DecisionKind kind, int classes, bool isProbability)
    {
        OutputReading reading = Read(activation, loss, outputs);

        Assert.Equal(kind, reading.Kind);
        Assert.Equal(classes, reading.Classes);
        Assert.Equal(isProbability, reading.IsProbability);
    }

    [Theory]
    [InlineData(Loss.CategoricalCrossentropy, DecisionKind.LargestOfClasses)]
    [InlineData(Loss.BinaryCrossentropy, DecisionKind.SideOfOneHalf)]
    public void The_loss_tells_probabilities_where_a_layer_without_activation_is_the_last(Loss loss, DecisionKind kind)
    {
        OutputReading reading = Read(Activation.Linear, loss, 3);

        Assert.Equal(kind, reading.Kind);
        Assert.True(reading.IsProbability);
    }

    [Fact]
    public void A_softmax_over_the_last_dimension_decides_at_each_place()
    {
        OutputReading reading = new(new OutputSummary(
            "conv2d_0", Loss.SparseCategoricalCrossentropy, 1, Activation.Softmax, [4, 4, 3], [4, 4]));

        Assert.Equal(16, reading.Decisions);
        Assert.Equal(3, reading.Width);
        Assert.True(reading.TargetsAreNumbers);
        Assert.Equal(2, reading.ClassOf<float>([2]));
    }

    [Fact]
    public void The_largest_output_decides_and_of_equal_ones_the_first()
    {
        OutputReading reading = Read(Activation.Softmax, Loss.CategoricalCrossentropy, 3);

        Assert.Equal(2, reading.Decide<float>([0.2f, 0.3f, 0.5f]));
        Assert.Equal(0, reading.Decide<double>([0.4, 0.4, 0.2]));
        Assert.Equal(OutputReading.Undecided, reading.Decide<float>([0.2f, float.NaN, 0.5f]));
        Assert.Equal(1, reading.ClassOf<float>([0, 1, 0]));
    }

    [Fact]
    public void One_half_is_the_first_of_two_classes()
    {
        OutputReading reading = Read(Activation.Sigmoid, Loss.BinaryCrossentropy, 1);

        Assert.Equal(0, reading.Decide<float>([0.5f]));
        Assert.Equal(1, reading.Decide<float>([0.501f]));
        Assert.Equal(OutputReading.Undecided, reading.Decide<float>([float.NaN]));
        Assert.Equal(1, reading.ClassOf<float>([1]));
        Assert.Equal(0, reading.ClassOf<float>([0]));
    }

    [Fact]
    public void A_margin_of_zero_is_on_no_side()
    {
        OutputReading reading = Read(Activation.Linear, Loss.Perceptron, 1);

        Assert.Equal(0, reading.Decide<float>([-0.1f]));
        Assert.Equal(OutputReading.Undecided, reading.Decide<float>([0]));
        Assert.Equal(1, reading.Decide<float>([0.1f]));
        Assert.Equal([0, 0, 1], new[] { -1f, 0, 1 }.Select(label => reading.ClassOf<float>([label])));
    }

    [Fact]
    public void Probabilities_are_those_of_all_classes()
    {
        double[] two = new double[2];
        Read(Activation.Sigmoid, Loss.BinaryCrossentropy, 1).Probabilities<double>([0.8], two);
        Assert.Equal([0.2, 0.8], two.Select(p => Math.Round(p, 12)));

        double[] three = new double[3];
        Read(Activation.Softmax, Loss.CategoricalCrossentropy, 3).Probabilities<double>([0.1, 0.7, 0.2], three);
        Assert.Equal([0.1, 0.7, 0.2], three);

        OutputReading logarithms = Read(Activation.LogSoftmax, Loss.CategoricalCrossentropy, 3);
        logarithms.Probabilities<double>([Math.Log(0.1), Math.Log(0.7), Math.Log(0.2)], three);
        Assert.Equal([0.1, 0.7, 0.2], three.Select(p => Math.Round(p, 12)));
    }

    [Fact]
    public void Scores_are_no_probabilities() => Assert.Throws<InvalidOperationException>(
        () => Read(Activation.Linear, Loss.Hinge, 1).Probabilities<float>([1], new double[2]));

    private static OutputReading Read(Activation activation, Loss loss, int outputs) =>
        new(new OutputSummary("dense_0", loss, 1, activation, [outputs], [outputs]));
}
