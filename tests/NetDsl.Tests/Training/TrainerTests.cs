using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

public class TrainerTests
{
    [Fact]
    public void A_linear_network_learns_a_line()
    {
        SingleLayerNetwork<double> network = Line<double>();
        History history = new Trainer<double>(network, new SGD { LearningRate = 0.1, Momentum = 0.9 })
            .Fit(Samples.OfLine(100), epochs: 100, cancellationToken: Token);
        Assert.Equal(100, history.Count);
        Assert.True(history["loss"][^1] < 1e-10, $"loss {history["loss"][^1]}");
        Assert.Equal([1, -2], network.Parameters["dense_0/kernel"].ToArray(), (a, b) => Math.Abs(a - b) < 1e-4);
        Assert.Equal([0.5], network.Parameters["dense_0/bias"].ToArray(), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void A_softmax_network_learns_classes_and_its_history_has_all_keys()
    {
        SingleLayerNetwork<float> network = new(3, 3, Activation.Softmax, Loss.CategoricalCrossentropy);
        network.Initialize(1);
        Trainer<float> trainer = new(network, new Adam { LearningRate = 0.05 });
        Dataset validation = Samples.OfLargest(200, seed: 2);
        History history = trainer.Fit(Samples.OfLargest(300), validation, epochs: 30, cancellationToken: Token);
        Assert.Equal(["loss", "accuracy", "val_loss", "val_accuracy", "learning_rate"], history.Keys);
        Assert.All(history.Keys, key => Assert.Equal(30, history[key].Count));
        Assert.True(history["val_accuracy"][^1] > 0.95, $"accuracy {history["val_accuracy"][^1]}");
        EvaluationResult result = trainer.Evaluate(validation, Token);
        Assert.Equal(history[^1].ValidationLoss!.Value, result.Loss, 1e-12);
        Assert.Equal(history[^1].ValidationAccuracy, result.Accuracy);
    }

    [Fact]
    public void A_sigmoid_unit_has_binary_accuracy()
    {
        SingleLayerNetwork<float> network = new(2, 1, Activation.Sigmoid, Loss.BinaryCrossentropy);
        network.Initialize(1);
        Trainer<float> trainer = new(network, new Adam { LearningRate = 0.05 });
        History history = trainer.Fit(Samples.OfOrder(300), epochs: 30, batchSize: 16, cancellationToken: Token);
        Assert.Equal(["loss", "accuracy", "learning_rate"], history.Keys);
        Assert.True(history[^1].Accuracy > 0.97, $"accuracy {history[^1].Accuracy}");
        Assert.Null(history[^1].ValidationLoss);
    }

    [Fact]
    public void Accuracy_and_loss_are_the_means_over_all_samples_the_smaller_last_batch_included()
    {
        SingleLayerNetwork<double> network = new(2, 1, Activation.Sigmoid, Loss.BinaryCrossentropy);
        network.Parameters["dense_0/kernel"].CopyFrom([3, -1]);
        Dataset data = Samples.OfOrder(10);
        double loss = 0;
        int right = 0;
        for (int row = 0; row < data.Count; row++)
        {
            double sum = (3 * (double)data.Features(row)[0]) - data.Features(row)[1];
            double output = 1 / (1 + Math.Exp(-sum));
            bool target = data.Targets(row)[0] == 1;
            loss -= Math.Log(target ? output : 1 - output) / data.Count;
            right += (sum > 0) == target ? 1 : 0;
        }

        Trainer<double> trainer = new(network, new SGD { LearningRate = 0 });
        History history = trainer.Fit(data, batchSize: 4, cancellationToken: Token);
        Assert.Equal(3, trainer.OptimizerState.Steps);
        Assert.Equal(loss, history["loss"][0], 1e-12);
        Assert.Equal(right / 10.0, history["accuracy"][0], 1e-12);
        Assert.Equal(right / 10.0, trainer.Evaluate(data, Token).Accuracy!.Value, 1e-12);
    }

    [Fact]
    public void A_regression_has_no_accuracy()
    {
        Trainer<double> trainer = new(Line<double>(), new SGD());
        Dataset data = Samples.OfLine(20);
        History history = trainer.Fit(data, data, cancellationToken: Token);
        Assert.Equal(["loss", "val_loss", "learning_rate"], history.Keys);
        Assert.Null(trainer.Evaluate(data, Token).Accuracy);
    }

    [Fact]
    public void Several_sigmoids_under_a_squared_error_are_values_and_have_no_accuracy()
    {
        SingleLayerNetwork<double> network = new(3, 3, Activation.Sigmoid, Loss.MeanSquaredError);
        History history = new Trainer<double>(network, new SGD()).Fit(Samples.OfLargest(10), cancellationToken: Token);
        Assert.Equal(["loss", "learning_rate"], history.Keys);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_seed_other_ones()
    {
        float[] first = Train(seed: 1);
        Assert.Equal(first, Train(seed: 1));
        Assert.NotEqual(first, Train(seed: 2));
    }

    [Fact]
    public void Two_calls_of_five_epochs_give_the_bits_of_one_call_of_ten()
    {
        SingleLayerNetwork<float> twice = Line<float>();
        Trainer<float> trainer = new(twice, new Adam()) { Seed = 3 };
        trainer.Fit(Samples.OfLine(50), epochs: 5, batchSize: 8, cancellationToken: Token);
        trainer.Fit(Samples.OfLine(50), epochs: 5, batchSize: 8, cancellationToken: Token);
        Assert.Equal(10, trainer.EpochsTrained);
        SingleLayerNetwork<float> once = Line<float>();
        new Trainer<float>(once, new Adam()) { Seed = 3 }.Fit(Samples.OfLine(50), epochs: 10, batchSize: 8, cancellationToken: Token);
        Assert.Equal(once.Parameters.Values.ToArray(), twice.Parameters.Values.ToArray());
    }

    [Fact]
    public void Validation_and_evaluation_in_between_do_not_change_the_bits()
    {
        foreach (int batchSize in (int[])[8, 50])
        {
            SingleLayerNetwork<float> with = Line<float>();
            Trainer<float> trainer = new(with, new Adam());
            trainer.Fit(Samples.OfLine(50), Samples.OfLine(90, seed: 4), epochs: 2, batchSize, cancellationToken: Token);
            trainer.Evaluate(Samples.OfLine(200, seed: 5), Token);
            trainer.Fit(Samples.OfLine(50), epochs: 2, batchSize: batchSize, cancellationToken: Token);
            SingleLayerNetwork<float> without = Line<float>();
            new Trainer<float>(without, new Adam()).Fit(Samples.OfLine(50), epochs: 4, batchSize: batchSize, cancellationToken: Token);
            Assert.Equal(without.Parameters.Values.ToArray(), with.Parameters.Values.ToArray());
        }
    }

    [Fact]
    public void Without_shuffling_the_rows_come_in_their_order()
    {
        Dataset data = Samples.OfLine(10);
        SingleLayerNetwork<double> network = Line<double>();
        new Trainer<double>(network, new SGD { LearningRate = 0.1 }) { Shuffle = false }.Fit(data, batchSize: 4, cancellationToken: Token);

        SingleLayerNetwork<double> byHand = Line<double>();
        NetworkPassStep(byHand, data, [0, 1, 2, 3]);
        NetworkPassStep(byHand, data, [4, 5, 6, 7]);
        NetworkPassStep(byHand, data, [8, 9]);
        Assert.Equal(byHand.Parameters.Values.ToArray(), network.Parameters.Values.ToArray());
    }

    [Fact]
    public void A_shuffled_epoch_visits_the_rows_in_the_order_of_its_seed()
    {
        Dataset data = Samples.OfLine(10);
        SingleLayerNetwork<double> network = Line<double>();
        new Trainer<double>(network, new SGD { LearningRate = 0.1 }) { Seed = 5 }.Fit(data, batchSize: 5, cancellationToken: Token);

        int[] order = new int[10];
        Shuffle.Permutation(order, seed: 5, epoch: 0);
        SingleLayerNetwork<double> byHand = Line<double>();
        NetworkPassStep(byHand, data, order[..5]);
        NetworkPassStep(byHand, data, order[5..]);
        Assert.Equal(byHand.Parameters.Values.ToArray(), network.Parameters.Values.ToArray());
    }

    [Theory]
    [InlineData(1, 12)]
    [InlineData(5, 3)]
    [InlineData(12, 1)]
    [InlineData(null, 1)]
    public void A_step_takes_a_single_sample_a_few_or_all_rows(int? batchSize, int steps)
    {
        Dataset data = Samples.OfLine(12);
        SingleLayerNetwork<double> network = Line<double>();
        Trainer<double> trainer = new(network, new SGD { LearningRate = 0.1 }) { Shuffle = false };
        trainer.Fit(data, batchSize: batchSize, cancellationToken: Token);
        Assert.Equal(steps, trainer.OptimizerState.Steps);

        SingleLayerNetwork<double> byHand = Line<double>();
        int rows = batchSize ?? 12;
        for (int first = 0; first < 12; first += rows)
        {
            NetworkPassStep(byHand, data, [.. Enumerable.Range(first, Math.Min(rows, 12 - first))]);
        }

        Assert.Equal(byHand.Parameters.Values.ToArray(), network.Parameters.Values.ToArray());
    }

    [Fact]
    public void Gradient_descent_over_all_rows_makes_the_loss_smaller_at_every_step()
    {
        History history = new Trainer<double>(Line<double>(), new SGD { LearningRate = 0.3 }).Fit(
            Samples.OfLine(100), epochs: 50, batchSize: 100, cancellationToken: Token);
        Assert.Equal(history["loss"].OrderDescending(), history["loss"]);
    }

    [Fact]
    public void Each_step_has_a_noise_seed_of_its_own_and_a_later_call_goes_on_with_new_ones()
    {
        SingleLayerNetwork<float> network = new(2, 1, Activation.Linear, Loss.MeanSquaredError) { NoiseSeeds = [] };
        Trainer<float> trainer = new(network, new SGD());
        trainer.Fit(Samples.OfLine(20), Samples.OfLine(5), epochs: 3, batchSize: 5, cancellationToken: Token);
        trainer.Fit(Samples.OfLine(20), epochs: 1, batchSize: 5, cancellationToken: Token);
        Assert.Equal(16, network.NoiseSeeds.Distinct().Count());
        SingleLayerNetwork<float> other = new(2, 1, Activation.Linear, Loss.MeanSquaredError) { NoiseSeeds = [] };
        new Trainer<float>(other, new SGD()) { Seed = 1 }.Fit(Samples.OfLine(20), epochs: 4, batchSize: 5, cancellationToken: Token);
        Assert.Empty(network.NoiseSeeds.Intersect(other.NoiseSeeds));
    }

    [Fact]
    public void Prediction_answers_every_row()
    {
        SingleLayerNetwork<double> network = Line<double>();
        network.Parameters["dense_0/kernel"].CopyFrom([1, -2]);
        network.Parameters["dense_0/bias"].CopyFrom([0.5]);
        Dataset data = Samples.OfLine(150);
        double[] outputs = new Trainer<double>(network, new SGD()).Predict(data, Token);
        Assert.Equal(data.AllTargets.ToArray().Select(t => (double)t), outputs, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Prediction_needs_no_targets()
    {
        Dataset data = new([1f, 2f, 3f, 4f], [2], [], [0]);
        Assert.Equal(2, new Trainer<float>(Line<float>(), new SGD()).Predict(data, Token).Length);
    }

    [Fact]
    public void Training_allocates_nothing_in_a_step()
    {
        // One epoch more than warm-up allocates what its end needs; a hundred batches more must allocate no more than ten.
        Dataset few = Samples.OfLargest(10 * 8);
        Dataset many = Samples.OfLargest(110 * 8);
        SingleLayerNetwork<double> network = new(3, 3, Activation.Softmax, Loss.CategoricalCrossentropy);
        AllocationCallback ten = new();
        AllocationCallback hundredAndTen = new();
        Trainer<double> trainer = new(network, new Adam());
        trainer.Fit(few, epochs: 2, batchSize: 8, callbacks: [ten], cancellationToken: Token);
        trainer.Fit(many, epochs: 2, batchSize: 8, callbacks: [hundredAndTen], cancellationToken: Token);
        Assert.Equal(0, ten.BytesWithinLastEpoch);
        Assert.Equal(0, hundredAndTen.BytesWithinLastEpoch);
    }

    [Fact]
    public void Cancellation_ends_after_a_whole_step_with_the_epochs_that_were_done()
    {
        using CancellationTokenSource source = new();
        Trainer<float> trainer = new(Line<float>(), new SGD());
        Callback cancel = new BatchCallback(p =>
        {
            if (p is { Epoch: 3, Batch: 2 })
            {
                source.Cancel();
            }
        });
        History history = trainer.Fit(Samples.OfLine(40), epochs: 10, batchSize: 10, callbacks: [cancel], cancellationToken: source.Token);
        Assert.True(history.WasCancelled);
        Assert.Equal(2, history.Count);
        Assert.Equal(2, trainer.EpochsTrained);
        Assert.Equal(10, trainer.OptimizerState.Steps);
    }

    [Fact]
    public void Cancellation_during_validation_keeps_the_trained_epoch()
    {
        using CancellationTokenSource source = new();
        Trainer<float> trainer = new(Line<float>(), new SGD());
        Callback cancel = new BatchCallback(_ => source.Cancel());
        Dataset data = Samples.OfLine(10);
        History history = trainer.Fit(data, data, epochs: 5, callbacks: [cancel], cancellationToken: source.Token);
        Assert.True(history.WasCancelled);
        Assert.Equal(1, trainer.EpochsTrained);
        Assert.True(double.IsFinite(history["loss"].Single()));
        Assert.True(double.IsNaN(history["val_loss"].Single()));
    }

    [Fact]
    public void A_run_that_was_not_cancelled_says_so()
    {
        Assert.False(new Trainer<float>(Line<float>(), new SGD()).Fit(Samples.OfLine(10), cancellationToken: Token).WasCancelled);
    }

    [Fact]
    public void A_cancelled_evaluation_throws()
    {
        Trainer<float> trainer = new(Line<float>(), new SGD());
        CancellationToken cancelled = new(canceled: true);
        Assert.Throws<OperationCanceledException>(() => trainer.Evaluate(Samples.OfLine(10), cancelled));
        Assert.Throws<OperationCanceledException>(() => trainer.Predict(Samples.OfLine(10), cancelled));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static SingleLayerNetwork<T> Line<T>()
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        SingleLayerNetwork<T> network = new(2, 1, Activation.Linear, Loss.MeanSquaredError);
        network.Initialize(1);
        return network;
    }

    private static float[] Train(ulong seed)
    {
        SingleLayerNetwork<float> network = Line<float>();
        new Trainer<float>(network, new Adam()) { Seed = seed }.Fit(Samples.OfLine(50), epochs: 3, batchSize: 8, cancellationToken: Token);
        return network.Parameters.Values.ToArray();
    }

    private static void NetworkPassStep(SingleLayerNetwork<double> network, Dataset data, int[] rows)
    {
        NetworkPass<double> pass = network.CreatePass(rows.Length);
        for (int i = 0; i < rows.Length; i++)
        {
            pass.Inputs[2 * i] = data.Features(rows[i])[0];
            pass.Inputs[(2 * i) + 1] = data.Features(rows[i])[1];
            pass.Targets[i] = data.Targets(rows[i])[0];
        }

        pass.ForwardBackward(rows.Length, noiseSeed: null);
        new SGD { LearningRate = 0.1 }.CreateState(network.Parameters).Step(pass.Gradients);
    }

    private sealed class BatchCallback(Action<TrainingProgress> action) : Callback
    {
        public override void OnBatchEnd(in TrainingProgress progress) => action(progress);
    }

    private sealed class AllocationCallback : Callback
    {
        private long first;

        public long BytesWithinLastEpoch { get; private set; }

        public override void OnBatchEnd(in TrainingProgress progress)
        {
            if (progress.Batch == 1)
            {
                this.first = GC.GetAllocatedBytesForCurrentThread();
            }

            this.BytesWithinLastEpoch = GC.GetAllocatedBytesForCurrentThread() - this.first;
        }
    }
}
