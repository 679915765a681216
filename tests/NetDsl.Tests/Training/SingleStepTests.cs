using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

/// <summary>A training step by itself is one of the trainer's.</summary>
public sealed class SingleStepTests
{
    [Fact]
    public void It_changes_the_parameters_as_the_trainer_does()
    {
        Dataset data = Samples.OfLine(8);
        SingleLayerNetwork<double> trained = Network();
        new Trainer<double>(trained, new Adam()) { Shuffle = false }.Fit(
            data, epochs: 3, batchSize: 8, cancellationToken: TestContext.Current.CancellationToken);

        SingleLayerNetwork<double> stepped = Network();
        TrainingStep<double> step = new(stepped, new Adam(), batchSize: 8);
        step.Load(data);
        for (int i = 0; i < 3; i++)
        {
            step.Run();
        }

        Assert.Equal(trained.Parameters.Values.ToArray(), stepped.Parameters.Values.ToArray());
        Assert.Equal(3, step.State.Steps);
    }

    [Fact]
    public void It_serves_an_optimiser_that_asks_for_the_loss_at_several_points()
    {
        SingleLayerNetwork<double> network = Network();
        TrainingStep<double> step = new(network, new LBFGS(), batchSize: 8);
        step.Load(Samples.OfLine(8));
        step.Run();
        double first = step.Pass.Evaluate(8);
        step.Run();
        Assert.True(step.Pass.Evaluate(8) < first);
    }

    [Fact]
    public void It_needs_samples() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TrainingStep<double>(Network(), new SGD(), batchSize: 8).Run());

    [Fact]
    public void A_network_that_ends_with_a_step_is_not_trained() => Assert.Throws<InvalidOperationException>(
        () => new TrainingStep<double>(new SingleLayerNetwork<double>(2, 1, Activation.Step, Loss.MeanSquaredError), new SGD(), batchSize: 8));

    private static SingleLayerNetwork<double> Network()
    {
        SingleLayerNetwork<double> network = new(2, 1, Activation.Linear, Loss.MeanSquaredError);
        network.Initialize(1);
        return network;
    }
}
