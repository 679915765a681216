using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

/// <summary>Callbacks that change the learning rate, and how the history tells it.</summary>
public class LearningRateCallbackTests
{
    [Fact]
    public void A_plateau_reduces_the_rate_after_the_patience()
    {
        double[] rates = Rates(new ReduceLROnPlateau { Monitor = "loss", Factor = 0.5, Patience = 2 }, [5, 4, 4, 4, 4, 4, 3, 3]);
        Assert.Equal([1, 1, 1, 1, 0.5, 0.5, 0.25, 0.25], rates);
    }

    [Fact]
    public void A_gain_below_the_least_one_counts_as_a_plateau()
    {
        double[] rates = Rates(new ReduceLROnPlateau { Monitor = "loss", Factor = 0.5, Patience = 1, MinDelta = 0.2 }, [5, 4.9, 4.85, 4.5]);
        Assert.Equal([1, 1, 0.5, 0.25], rates);
    }

    [Fact]
    public void While_it_cools_down_epochs_do_not_count()
    {
        double[] rates = Rates(new ReduceLROnPlateau { Monitor = "loss", Factor = 0.5, Patience = 1, Cooldown = 2 }, [4, 4, 4, 4, 4, 4, 4]);
        Assert.Equal([1, 1, 0.5, 0.5, 0.25, 0.25, 0.125], rates);
    }

    [Fact]
    public void The_rate_does_not_fall_below_the_least_one()
    {
        double[] rates = Rates(
            new ReduceLROnPlateau { Monitor = "loss", Factor = 0.1, Patience = 1, MinLearningRate = 0.05 }, [4, 4, 4, 4, 4]);
        Assert.Equal([1, 1, 0.1, 0.05, 0.05], rates);
    }

    [Fact]
    public void A_rate_that_a_schedule_gives_is_not_reduced()
    {
        Trainer<double> trainer = new(Constant(), new SGD { Schedule = new ConstantSchedule(0.1) });
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => trainer.Fit(
            Data, callbacks: [new ReduceLROnPlateau { Monitor = "loss" }], cancellationToken: Token));
        Assert.Contains("follows the optimiser's ConstantSchedule", error.Message);
    }

    [Fact]
    public void A_factor_of_one_is_refused() =>
        Assert.Contains("Factor must be", Assert.Throws<ArgumentOutOfRangeException>(() => new ReduceLROnPlateau { Factor = 1 }).Message);

    [Fact]
    public void A_scheduler_sets_the_rate_of_each_epoch_and_goes_on_in_a_second_call()
    {
        Trainer<double> trainer = new(Constant(), new SGD { LearningRate = 1 });
        LearningRateScheduler scheduler = new((epoch, rate) => epoch % 2 == 1 ? rate : rate / epoch);
        double[] Fit() => [.. trainer.Fit(Data, epochs: 2, callbacks: [scheduler], cancellationToken: Token)["learning_rate"]];
        Assert.Equal([1, 0.5], Fit());
        Assert.Equal([0.5, 0.125], Fit());
    }

    [Fact]
    public void A_scheduler_takes_a_schedule_by_epochs()
    {
        Trainer<double> trainer = new(Constant(), new SGD());
        LearningRateScheduler scheduler = new(new StepDecay(1, decaySteps: 2, decayRate: 0.5));
        Assert.Equal(
            [1, 1, 0.5, 0.5, 0.25], trainer.Fit(Data, epochs: 5, callbacks: [scheduler], cancellationToken: Token).Select(e => e.LearningRate));
    }

    [Fact]
    public void A_schedule_by_steps_shows_in_the_history_as_the_rate_of_the_last_step()
    {
        Dataset data = Samples.OfLine(30);
        SingleLayerNetwork<float> network = new(2, 1, Activation.Linear, Loss.MeanSquaredError);
        Trainer<float> trainer = new(network, new SGD { Schedule = new InverseTimeDecay(1, decaySteps: 1, decayRate: 1) });
        Assert.Equal([1 / 3.0, 1 / 6.0], trainer.Fit(data, epochs: 2, batchSize: 10, cancellationToken: Token)["learning_rate"]);
    }

    [Fact]
    public void A_scheduler_that_gives_no_rate_is_told_so()
    {
        Trainer<double> trainer = new(Constant(), new SGD());
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => trainer.Fit(
            Data, callbacks: [new LearningRateScheduler((_, _) => double.NaN)], cancellationToken: Token));
        Assert.Contains("a learning rate of NaN for epoch 1", error.Message);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Dataset Data => new([0f], [1], [0f], [1]);

    private static SingleLayerNetwork<double> Constant() => new(1, 1, Activation.Linear, Loss.MeanSquaredError);

    // The network answers its bias and the target is 0, so a bias of sqrt(loss), set for each epoch, gives the loss that the test wants.
    private static double[] Rates(Callback callback, double[] losses)
    {
        SingleLayerNetwork<double> network = Constant();
        LambdaCallback set = new() { EpochBegin = (_, epoch) => network.Parameters["dense_0/bias"][0] = Math.Sqrt(losses[epoch - 1]) };
        History history = new Trainer<double>(network, new SGD { LearningRate = 1 }).Fit(
            Data, epochs: losses.Length, callbacks: [set, callback], cancellationToken: Token);
        Assert.Equal(losses, history["loss"], (a, b) => Math.Abs(a - b) < 1e-12);
        return [.. history["learning_rate"]];
    }
}
