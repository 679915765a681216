using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

/// <summary>Targets that a loss cannot use are refused with their row, before anything is trained.</summary>
public sealed class TargetCheckTests
{
    public static TheoryData<Loss, float[], string> Unusable => new()
    {
        { Loss.BinaryFocalCrossentropy, [0, 1, 1.5f, 0], "targets from 0 to 1" },
        { Loss.CategoricalFocalCrossentropy, [0, 1, 0.5f, 0], "sum to 0.5" },
        { Loss.KullbackLeiblerDivergence, [0, 1, -0.5f, 1.5f], "targets from 0 to 1" },
        { Loss.CategoricalHinge, [0, 1, 1, 1], "sum to 2" },
        { Loss.Hinge, [0, 1, 0.5f, 1], "labels -1 and 1" },
        { Loss.SquaredHinge, [-1, 1, 2, 1], "labels -1 and 1" },
        { Loss.Perceptron, [-1, 1, 0, 1], "and not both" },
        { Loss.Poisson, [0, 3, 1, -1], "at least 0" },
        { Loss.MeanSquaredLogarithmicError, [0, 3, 1, -0.1f], "at least 0" },
        { Loss.MeanAbsolutePercentageError, [-2, 3, 1, 0], "other than 0" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Unusable))]
    public void A_target_that_the_loss_cannot_use_is_refused_with_its_row(Loss loss, float[] targets, string reason)
    {
        Dataset data = new(new float[6], [3], targets, [2]);
        DataFormatException error = Assert.Throws<DataFormatException>(
            () => new Trainer<float>(new SingleLayerNetwork<float>(3, 2, Activation.Linear, loss), new SGD()).Fit(data, cancellationToken: Token));
        Assert.Equal(1, error.Row);
        Assert.Contains(reason, error.Message);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(-1)]
    [InlineData(0.5f)]
    public void A_number_of_no_class_is_refused_with_its_row(float target)
    {
        Dataset data = new(new float[6], [3], [2, target], [1]);
        DataFormatException error = Assert.Throws<DataFormatException>(
            () => new Trainer<float>(new SingleLayerNetwork<float>(3, 3, Activation.Softmax, Loss.SparseCategoricalCrossentropy), new SGD())
                .Evaluate(data, Token));
        Assert.Equal(1, error.Row);
        Assert.Contains("from 0 to 2", error.Message);
    }

    [Theory]
    [InlineData(Activation.Step)]
    [InlineData(Activation.Sign)]
    public void A_network_that_ends_with_a_step_is_not_trained(Activation activation)
    {
        SingleLayerNetwork<float> network = new(2, 1, activation, Loss.MeanSquaredError);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(
            () => new Trainer<float>(network, new SGD()).Fit(Samples.OfOrder(5), cancellationToken: Token));
        Assert.Contains($"ends with {activation}", error.Message);
    }
}
