using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

/// <summary>Callbacks that end training, and what the history then says.</summary>
public class StoppingTests
{
    [Fact]
    public void Early_stopping_ends_after_the_patience_without_a_better_value()
    {
        EarlyStopping stopping = new() { Monitor = "loss", Patience = 2 };
        History history = Run(stopping, [16, 9, 4, 4, 6.25, 1, 1]);
        Assert.Equal(5, history.Count);
        Assert.Equal((4.0, 3, 5), (stopping.Best, stopping.BestEpoch, stopping.StoppedEpoch));
        Assert.Equal("EarlyStopping: loss was not better than 4 of epoch 3 for 2 epochs.", history.StopReason);
        Assert.False(history.WasCancelled);
    }

    [Fact]
    public void Without_patience_the_first_epoch_that_is_not_better_ends_it() =>
        Assert.Equal(3, Run(new EarlyStopping { Monitor = "loss" }, [5, 4, 4, 1]).Count);

    [Fact]
    public void A_gain_below_the_least_one_does_not_count() =>
        Assert.Equal(3, Run(new EarlyStopping { Monitor = "loss", MinDelta = 0.5, Patience = 2 }, [5, 4.6, 4.55, 1]).Count);

    [Fact]
    public void The_first_epochs_are_not_looked_at_where_told()
    {
        EarlyStopping stopping = new() { Monitor = "loss", StartFromEpoch = 3 };
        Assert.Equal(5, Run(stopping, [1, 2, 3, 4, 5, 6]).Count);
        Assert.Equal(4, stopping.BestEpoch);
    }

    [Fact]
    public void A_baseline_that_is_never_reached_ends_it_in_spite_of_progress() =>
        Assert.Equal(3, Run(new EarlyStopping { Monitor = "loss", Baseline = 1, Patience = 2 }, [9, 8, 8, 6, 5]).Count);

    [Fact]
    public void Larger_can_be_better() =>
        Assert.Equal(3, Run(new EarlyStopping { Monitor = "loss", Mode = MonitorMode.Max }, [1, 2, 2, 3]).Count);

    [Fact]
    public void An_accuracy_is_better_larger_unless_told()
    {
        MonitoredValue accuracy = new("val_accuracy", MonitorMode.Auto, minDelta: 0);
        Assert.True(accuracy.IsBetter(0.9, 0.8));
        Assert.False(new MonitoredValue("val_accuracy", MonitorMode.Min, minDelta: 0).IsBetter(0.9, 0.8));
        Assert.False(new MonitoredValue("val_loss", MonitorMode.Auto, minDelta: 0).IsBetter(0.9, 0.8));
        Assert.True(new MonitoredValue("auc", MonitorMode.Auto, minDelta: 0).IsBetter(0.9, 0.8));
    }

    [Fact]
    public void What_is_not_a_number_is_never_better() =>
        Assert.False(new MonitoredValue("loss", MonitorMode.Auto, minDelta: 0).IsBetter(double.NaN, null));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_best_weights_come_back_bit_by_bit(bool stops)
    {
        SingleLayerNetwork<float> network = Line();
        Trainer<float> trainer = new(network, new SGD { LearningRate = 0.5 });
        List<float[]> after = [];
        List<double> losses = [];
        Dataset data = Samples.OfLine(20);
        LambdaCallback record = new()
        {
            EpochEnd = (context, epoch) =>
            {
                after.Add(network.Parameters.Values.ToArray());
                losses.Add(epoch.ValidationLoss!.Value);

                // From here on it becomes worse.
                context.LearningRate = epoch.Epoch < 4 ? 0.5 : 5;
            },
        };
        EarlyStopping stopping = new() { RestoreBestWeights = true, Patience = stops ? 2 : 100 };
        History history = trainer.Fit(data, data, epochs: 8, batchSize: 20, callbacks: [record, stopping], cancellationToken: Token);
        int best = losses.IndexOf(losses.Min());
        Assert.InRange(best, 2, history.Count - 2);
        Assert.Equal(best + 1, stopping.BestEpoch);
        Assert.Equal(after[best], network.Parameters.Values.ToArray());
        Assert.Equal(stops, history.StopReason is not null);
    }

    [Fact]
    public void A_value_that_the_training_does_not_have_is_refused_before_the_first_step()
    {
        SingleLayerNetwork<float> network = Line();
        float[] before = network.Parameters.Values.ToArray();
        ArgumentException error = Assert.Throws<ArgumentException>(() => new Trainer<float>(network, new SGD()).Fit(
            Samples.OfLine(10), callbacks: [new EarlyStopping()], cancellationToken: Token));
        Assert.Contains("EarlyStopping monitors 'val_loss'", error.Message);
        Assert.Contains("It has: loss, learning_rate.", error.Message);
        Assert.Contains("Give validation data", error.Message);
        Assert.Equal(before, network.Parameters.Values.ToArray());
    }

    [Fact]
    public void Terminate_on_NaN_ends_without_an_exception_and_says_why()
    {
        SingleLayerNetwork<float> network = Line();
        Trainer<float> trainer = new(network, new SGD { LearningRate = 1e15 });
        List<string> calls = [];
        LambdaCallback record = new() { EpochEnd = (_, _) => calls.Add("epoch"), TrainEnd = (_, _) => calls.Add("end") };
        History history = trainer.Fit(
            Samples.OfLine(40), epochs: 5, batchSize: 5, callbacks: [record, new TerminateOnNaN()], cancellationToken: Token);
        Assert.Empty(history);
        Assert.Equal(["end"], calls);
        Assert.Equal(0, trainer.EpochsTrained);
        Assert.StartsWith("TerminateOnNaN: The loss became", history.StopReason);
        Assert.Contains("epoch 1, batch", history.StopReason);
    }

    [Fact]
    public void Terminate_on_NaN_sees_parameters_that_the_last_step_made_infinite()
    {
        History history = new Trainer<float>(Line(), new SGD { LearningRate = 1e300 }).Fit(
            Samples.OfLine(5), callbacks: [new TerminateOnNaN()], cancellationToken: Token);
        Assert.Contains("'dense_0/kernel' became", history.StopReason);
    }

    [Fact]
    public void A_step_below_the_bound_ends_it()
    {
        SingleLayerNetwork<double> network = new(2, 1, Activation.Linear, Loss.MeanSquaredError);
        network.Initialize(1);
        StopBelowStep stop = new(1e-6);
        List<double[]> points = [network.Parameters.Values.ToArray()];
        LambdaCallback record = new() { EpochEnd = (_, _) => points.Add(network.Parameters.Values.ToArray()) };
        History history = new Trainer<double>(network, new SGD { LearningRate = 0.3 }).Fit(
            Samples.OfLine(50), epochs: 10_000, batchSize: 50, callbacks: [stop, record], cancellationToken: Token);
        double Step(int fromEnd) => Math.Sqrt(points[^fromEnd].Zip(points[^(fromEnd + 1)], (w, before) => (w - before) * (w - before)).Sum());
        Assert.InRange(history.Count, 10, 9_999);
        Assert.Equal(Step(1), stop.LastStep, 1e-15);
        Assert.True(Step(1) < 1e-6 && Step(2) >= 1e-6);
        Assert.StartsWith("StopBelowStep: the step of batch 1 of epoch", history.StopReason);
    }

    [Fact]
    public void Measuring_steps_allocates_nothing()
    {
        long first = 0;
        long within = -1;
        LambdaCallback measure = new()
        {
            BatchBegin = (_, _, batch) => first = batch == 2 ? GC.GetAllocatedBytesForCurrentThread() : first,
            BatchEnd = (_, progress) => within = progress.Batch == 90 ? GC.GetAllocatedBytesForCurrentThread() - first : within,
        };
        new Trainer<float>(Line(), new SGD()).Fit(
            Samples.OfLine(100), epochs: 2, batchSize: 1, callbacks: [measure, new StopBelowStep(1e-30)], cancellationToken: Token);
        Assert.Equal(0, within);
    }

    [Fact]
    public void An_epoch_that_a_callback_ends_early_is_validated_and_told()
    {
        SingleLayerNetwork<float> network = Line();
        Trainer<float> trainer = new(network, new SGD());
        int epochEnds = 0;
        LambdaCallback stop = new()
        {
            BatchEnd = (context, progress) =>
            {
                if (progress is { Epoch: 2, Batch: 3 })
                {
                    context.StopTraining("enough");
                    context.StopTraining("more than enough");
                }
            },
            EpochEnd = (_, _) => epochEnds++,
        };
        Dataset data = Samples.OfLine(40);
        History history = trainer.Fit(data, data, epochs: 9, batchSize: 4, callbacks: [stop], cancellationToken: Token);
        Assert.Equal((2, 2, 2), (history.Count, epochEnds, trainer.EpochsTrained));
        Assert.Equal(13, trainer.OptimizerState.Steps);
        Assert.Equal("enough", history.StopReason);
        Assert.True(double.IsFinite(history[1].ValidationLoss!.Value));
    }

    [Fact]
    public void A_training_that_ran_to_its_end_has_no_reason() =>
        Assert.Null(new Trainer<float>(Line(), new SGD()).Fit(Samples.OfLine(10), cancellationToken: Token).StopReason);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static SingleLayerNetwork<float> Line()
    {
        SingleLayerNetwork<float> network = new(2, 1, Activation.Linear, Loss.MeanSquaredError);
        network.Initialize(1);
        return network;
    }

    // The network answers 0 + bias, the target is 0: a bias of sqrt(loss) gives an epoch whatever loss the test wants.
    private static History Run(Callback callback, double[] losses)
    {
        SingleLayerNetwork<double> network = new(1, 1, Activation.Linear, Loss.MeanSquaredError);
        LambdaCallback set = new() { EpochBegin = (_, epoch) => network.Parameters["dense_0/bias"][0] = Math.Sqrt(losses[epoch - 1]) };
        Dataset data = new([0f], [1], [0f], [1]);
        History history = new Trainer<double>(network, new SGD { LearningRate = 0 }).Fit(
            data, epochs: losses.Length, callbacks: [set, callback], cancellationToken: Token);
        Assert.Equal(losses.Take(history.Count), history["loss"], (a, b) => Math.Abs(a - b) < 1e-12);
        return history;
    }
}
