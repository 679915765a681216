using NetDsl.Kernels;

namespace NetDsl.Tests.Kernels;

/// <summary>Losses at the extremes; that they and their gradients are right is for the vectors and the gradient tests to say.</summary>
public sealed class LossFunctionsTests
{
    private const double Far = 1000;

    public static TheoryData<Loss> All => [.. Enum.GetValues<Loss>()];

    public static TheoryData<Activation, Loss> OfSums => new()
    {
        { Activation.Sigmoid, Loss.BinaryCrossentropy },
        { Activation.Sigmoid, Loss.BinaryFocalCrossentropy },
        { Activation.Softmax, Loss.CategoricalCrossentropy },
        { Activation.Softmax, Loss.SparseCategoricalCrossentropy },
        { Activation.Softmax, Loss.CategoricalFocalCrossentropy },
        { Activation.Softmax, Loss.KullbackLeiblerDivergence },
        { Activation.LogSoftmax, Loss.CategoricalCrossentropy },
        { Activation.LogSoftmax, Loss.SparseCategoricalCrossentropy },
        { Activation.LogSoftmax, Loss.CategoricalFocalCrossentropy },
        { Activation.LogSoftmax, Loss.KullbackLeiblerDivergence },
    };

    [Theory]
    [MemberData(nameof(OfSums))]
    public void Certain_mistakes_cost_the_weighted_sum_and_have_a_gradient(Activation activation, Loss loss)
    {
        (double value, double[] gradient) = Row(activation, loss, [Far, -Far], loss == Loss.SparseCategoricalCrossentropy ? [1] : [0, 1]);

        double weight = loss == Loss.CategoricalFocalCrossentropy ? 0.25 : 1;
        Assert.Equal(activation == Activation.Sigmoid ? Far : 2 * Far * weight, value, 1e-3 * Far);
        Assert.Equal(activation == Activation.Sigmoid ? 0.5 : weight, gradient[0], 1e-6);
        Assert.Equal(activation == Activation.Sigmoid ? -0.5 : -weight, gradient[1], 1e-6);
    }

    [Theory]
    [MemberData(nameof(OfSums))]
    public void Certain_truths_cost_nothing_and_have_no_gradient(Activation activation, Loss loss)
    {
        (double value, double[] gradient) = Row(activation, loss, [-Far, Far], loss == Loss.SparseCategoricalCrossentropy ? [1] : [0, 1]);

        // The divergence raises a share of 0 to Keras's epsilon.
        double tolerance = loss == Loss.KullbackLeiblerDivergence ? 3e-4 : 1e-12;
        Assert.Equal(0, value, tolerance);
        Assert.All(gradient, slope => Assert.Equal(0, slope, tolerance));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_loss_of_a_NaN_is_one(Loss loss)
    {
        double[] targets = loss == Loss.SparseCategoricalCrossentropy ? [1] : [1, 1];
        Assert.True(double.IsNaN(Row(Activation.Linear, loss, [0.5, double.NaN], targets).Value));
    }

    [Theory]
    [InlineData(Loss.LogCosh, 1e200, 5e199)]
    [InlineData(Loss.Huber, 1e200, 5e199)]
    [InlineData(Loss.MeanAbsoluteError, 1e200, 5e199)]
    [InlineData(Loss.Hinge, -1e200, 5e199)]
    [InlineData(Loss.Perceptron, -1e200, 5e199)]
    public void Errors_that_grow_in_proportion_do_not_overflow(Loss loss, double output, double expected)
    {
        (double value, double[] gradient) = Row(Activation.Linear, loss, [output, 1], [1, 1]);
        Assert.Equal(expected, value, 1e-10 * expected);
        Assert.Equal(output > 0 ? 0.5 : -0.5, gradient[0], 1e-12);
    }

    [Fact]
    public void A_cosine_of_nothing_is_0()
    {
        (double value, double[] gradient) = Row(Activation.Linear, Loss.CosineSimilarity, [0, 0], [1, 1]);
        Assert.Equal(0, value);
        Assert.All(gradient, slope => Assert.True(double.IsFinite(slope)));
    }

    [Fact]
    public void Weights_of_0_are_where_the_rule_of_the_perceptron_begins()
    {
        Assert.Equal([-0.5, 0.5], Row(Activation.Linear, Loss.Perceptron, [0, 0], [1, 0]).Gradient);
        Assert.Equal([0, 0], Row(Activation.Linear, Loss.Perceptron, [0.1, -0.1], [1, 0]).Gradient);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_loss_is_the_same_with_and_without_its_gradient(Loss loss)
    {
        double[] targets = loss == Loss.SparseCategoricalCrossentropy ? [2] : [0.2, 0.5, 0.3];
        foreach (Activation activation in Enum.GetValues<Activation>())
        {
            Assert.Equal(Row(activation, loss, [0.3, -0.2, 0.4], targets).Value, Row(activation, loss, [0.3, -0.2, 0.4], targets, PassMode.Evaluate).Value);
        }
    }

    private static (double Value, double[] Gradient) Row(
        Activation activation, Loss loss, double[] sums, double[] targets, PassMode mode = PassMode.Gradient)
    {
        double[] room = [.. sums, .. new double[8]];
        double[] outputs = new double[sums.Length];
        double[] delta = new double[sums.Length];
        double weight = 1;
        double value = 0;
        OutputLayer.Compute(
            activation, loss, mode, 1, sums.Length, 1.0, ref room[0], sums.Length, ref outputs[0], sums.Length, ref targets[0], targets.Length,
            ref delta[0], sums.Length, 1, ref weight, ref value, 1);
        return (value, delta);
    }
}
