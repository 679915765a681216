using NetDsl.Data;
using NetDsl.Tests.Networks;
using NetDsl.Tests.Networks.Gradients;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

/// <summary>The check of gradients that users have.</summary>
public sealed class GradientCheckTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_wrong_gradient_is_found_and_its_parameter_named()
    {
        GradientReport report = GradientCheck.Run(new WronglyScaled(seed: 1), Data(), cancellationToken: Token);

        Assert.False(report.Agrees);
        Assert.Equal("scaled/kernel", report.FirstDisagreement!.Name);
        Assert.StartsWith("The gradient of 'scaled/kernel' is wrong.", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_right_agrees_in_the_same_network()
    {
        GradientReport report = GradientCheck.Run(new WronglyScaled(seed: 1), Data(), cancellationToken: Token);

        string[] wrong = [.. report.Comparisons.Where(comparison => !comparison.Agrees).Select(comparison => comparison.Name).Distinct()];
        Assert.Equal(["scaled/kernel"], wrong);
    }

    [Fact]
    public void The_network_keeps_its_parameters()
    {
        WronglyScaled network = new(seed: 1);
        double[] before = network.Parameters.Values.ToArray();

        GradientCheck.Run(network, Data(), cancellationToken: Token);

        Assert.Equal(before, network.Parameters.Values.ToArray());
    }

    [Fact]
    public void The_network_keeps_what_a_normalisation_learns_from_the_batch()
    {
        BatchNormalizationOfDense network = new(seed: 1);
        double[] before = network.Parameters.Values.ToArray();

        Assert.True(GradientCheck.Run(network, RandomSamples.Draw(network, 8), noiseSeed: 1, cancellationToken: Token).Agrees);

        Assert.Equal(before, network.Parameters.Values.ToArray());
    }

    [Fact]
    public void A_check_that_is_cancelled_leaves_the_parameters()
    {
        WronglyScaled network = new(seed: 1);
        double[] before = network.Parameters.Values.ToArray();

        Assert.Throws<OperationCanceledException>(
            () => GradientCheck.Run(network, Data(), cancellationToken: new CancellationToken(canceled: true)));

        Assert.Equal(before, network.Parameters.Values.ToArray());
    }

    [Fact]
    public void More_rows_than_there_are_cannot_be_checked() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => GradientCheck.Run(new WronglyScaled(seed: 1), Data(), samples: 9, cancellationToken: Token));

    private static Dataset Data()
    {
        Random random = new(1);
        float[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => (float)random.NextDouble())];
        return new Dataset(Draw(8 * 3), [3], Draw(8), [1]);
    }
}
