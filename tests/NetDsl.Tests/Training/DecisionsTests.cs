using NetDsl.Training;

namespace NetDsl.Tests.Training;

/// <summary>How outputs are read as decisions, after each kind of activation and loss.</summary>
public sealed class DecisionsTests
{
    [Theory]
    [InlineData(Activation.Softmax, Loss.CategoricalCrossentropy)]
    [InlineData(Activation.LogSoftmax, Loss.CategoricalCrossentropy)]
    [InlineData(Activation.Linear, Loss.CategoricalHinge)]
    [InlineData(Activation.Softmax, Loss.CategoricalFocalCrossentropy)]
    [InlineData(Activation.Softmax, Loss.KullbackLeiblerDivergence)]
    public void The_largest_output_is_the_class(Activation activation, Loss loss)
    {
        Decisions decisions = Of(activation, loss, 3, 3);

        Assert.Equal(1, decisions.PerSample);
        Assert.Equal(2, decisions.CountRight<float>([-3, -1, -2, 0.5f, 0.1f, 0.2f, 1, float.NaN, 0], [0, 1, 0, 1, 0, 0, 0, 1, 0]));
    }

    [Fact]
    public void The_target_can_be_the_number_of_the_class()
    {
        Decisions decisions = Of(Activation.Softmax, Loss.SparseCategoricalCrossentropy, 3, 1);

        Assert.Equal(1, decisions.PerSample);
        Assert.Equal(2, decisions.CountRight<float>([0.1f, 0.2f, 0.7f, 0.9f, 0, 0.1f, 0.5f, 0.3f, 0.2f], [2, 0, 1]));
    }

    [Theory]
    [InlineData(Activation.Linear, Loss.Hinge)]
    [InlineData(Activation.Tanh, Loss.SquaredHinge)]
    [InlineData(Activation.Linear, Loss.Perceptron)]
    [InlineData(Activation.Sign, Loss.MeanSquaredError)]
    public void The_sign_of_each_output_is_a_decision(Activation activation, Loss loss)
    {
        Decisions decisions = Of(activation, loss, 2, 2);

        Assert.Equal(2, decisions.PerSample);
        Assert.Equal(4, decisions.CountRight<float>([0.3f, -0.3f, -0.3f, float.NaN, -2, 0], [1, 0, -1, 1, -1, -1]));
    }

    [Theory]
    [InlineData(Activation.Sigmoid, Loss.BinaryFocalCrossentropy)]
    [InlineData(Activation.HardSigmoid, Loss.BinaryCrossentropy)]
    [InlineData(Activation.Step, Loss.MeanSquaredError)]
    public void The_side_of_one_half_of_each_output_is_a_decision(Activation activation, Loss loss)
    {
        Decisions decisions = Of(activation, loss, 2, 2);

        Assert.Equal(2, decisions.PerSample);
        Assert.Equal(2, decisions.CountRight<float>([0.8f, 0.3f, 0.4f, 0.9f], [1, 1, 1, 1]));
    }

    [Theory]
    [InlineData(Activation.Linear, Loss.Huber)]
    [InlineData(Activation.Exponential, Loss.Poisson)]
    [InlineData(Activation.Sigmoid, Loss.MeanSquaredError)]
    public void Values_are_no_decisions(Activation activation, Loss loss) => Assert.Equal(0, Of(activation, loss, 4, 4).PerSample);

    private static Decisions Of(Activation activation, Loss loss, int outputs, int targets) => new(new NetworkSummary(
        "Net",
        Precision.Single,
        [new InputSummary("input_0", [1])],
        [new OutputSummary("dense_0", loss, 1, activation, [outputs], [targets])],
        []));
}
