using NetDsl.Training;

namespace NetDsl.Tests.Training;

public class CallbackTests
{
    [Fact]
    public void Callbacks_are_called_in_the_order_of_the_run()
    {
        RecordingCallback record = new();
        Fit(record, epochs: 2, rows: 10, batchSize: 5);
        Assert.Equal(
            ["begin 1", "batch 1/2 of 1/2", "batch 2/2 of 1/2", "end 1", "begin 2", "batch 1/2 of 2/2", "batch 2/2 of 2/2", "end 2", "over 2"],
            record.Calls);
    }

    [Fact]
    public void A_lambda_is_called_for_all_that_a_callback_is()
    {
        List<string> calls = [];
        LambdaCallback record = new()
        {
            TrainBegin = context => calls.Add($"start of {context.Epochs} epochs of {context.Batches} batches of {context.BatchSize}"),
            EpochBegin = (_, epoch) => calls.Add($"epoch {epoch}"),
            BatchBegin = (_, epoch, batch) => calls.Add($"batch {epoch}.{batch}"),
            BatchEnd = (context, progress) => calls.Add($"step {context.Steps} of {progress.Epoch}.{progress.Batch}"),
            EpochEnd = (context, epoch) => calls.Add($"epoch {epoch.Epoch} is {context.EpochsTrained} of all"),
            TrainEnd = (context, history) => calls.Add($"end: {history.Count}, {context.IsStopping}"),
        };
        Fit(record, epochs: 1, rows: 10, batchSize: 5);
        Assert.Equal(
            [
                "start of 1 epochs of 2 batches of 5", "epoch 1", "batch 1.1", "step 1 of 1.1", "batch 1.2", "step 2 of 1.2", "epoch 1 is 1 of all",
                "end: 1, False",
            ],
            calls);
    }

    [Fact]
    public void A_callback_of_the_user_s_sees_the_training_and_can_change_its_rate()
    {
        SingleLayerNetwork<float> network = new(2, 1, Activation.Linear, Loss.MeanSquaredError);
        Halving halving = new();
        Trainer<float> trainer = new(network, new SGD { LearningRate = 1 });
        History history = trainer.Fit(Samples.OfLine(8), epochs: 3, callbacks: [halving], cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal([1, 0.5, 0.25], history.Select(epoch => epoch.LearningRate));
        Assert.Equal(0.125, trainer.OptimizerState.LearningRate);
        Assert.Same(network, halving.Network);
    }

    [Fact]
    public void Before_training_a_callback_has_no_context() =>
        Assert.Contains("before training begins", Assert.Throws<InvalidOperationException>(() => new Halving().Network).Message);

    [Fact]
    public void Stopped_before_the_first_batch_a_training_has_no_epochs()
    {
        History history = Fit(new LambdaCallback { TrainBegin = context => context.StopTraining("no") }, epochs: 3, rows: 10, batchSize: 5);
        Assert.Empty(history);
        history = Fit(new LambdaCallback { EpochBegin = (context, _) => context.StopTraining("no") }, epochs: 3, rows: 10, batchSize: 5);
        Assert.Empty(history);
        Assert.Equal("no", history.StopReason);
    }

    [Fact]
    public void The_loss_of_the_last_batch_of_an_epoch_is_that_of_the_history()
    {
        RecordingCallback record = new();
        History history = Fit(record, epochs: 3, rows: 10, batchSize: 4);
        Assert.Equal(history["loss"], record.LossesAtEnd);
    }

    [Fact]
    public void Progress_tells_the_part_that_is_done_and_the_time_that_is_left()
    {
        TrainingProgress progress = new(
            Epoch: 2, Epochs: 4, Batch: 5, Batches: 10, Loss: 1, Accuracy: null, Elapsed: TimeSpan.FromSeconds(30));
        Assert.Equal(0.375, progress.Fraction);
        Assert.Equal(50, progress.Remaining.TotalSeconds, 1e-6);
    }

    [Fact]
    public void Progress_is_throttled_but_the_first_and_the_last_batch_are_reported()
    {
        ProgressList list = new();
        Fit(new ProgressCallback(list) { Interval = TimeSpan.FromHours(1) }, epochs: 3, rows: 20, batchSize: 2);
        Assert.Equal([(1, 1), (3, 10)], list.Reports.Select(r => (r.Epoch, r.Batch)));
    }

    [Fact]
    public void Without_an_interval_every_batch_is_reported_once()
    {
        ProgressList list = new();
        Fit(new ProgressCallback(list) { Interval = TimeSpan.Zero }, epochs: 2, rows: 20, batchSize: 2);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => (1 + (i / 10), 1 + (i % 10))), list.Reports.Select(r => (r.Epoch, r.Batch)));
    }

    [Fact]
    public void The_history_reads_as_rows_and_as_columns()
    {
        History history = Fit(new RecordingCallback(), epochs: 3, rows: 10, batchSize: 5);
        Assert.Equal([1, 2, 3], history.Select(epoch => epoch.Epoch));
        Assert.Equal(history["loss"], history.Select(epoch => epoch.Loss));
        Assert.Equal(history["loss"][1], history[1]["loss"]);
        Assert.All(history, epoch => Assert.True(epoch.Seconds > 0 && epoch.SamplesPerSecond > 0));
        Assert.Contains("It has: loss, learning_rate.", Assert.Throws<KeyNotFoundException>(() => history["val_loss"]).Message);
        Assert.Contains("3 epochs", Assert.Throws<ArgumentOutOfRangeException>(() => history[3]).Message);
    }

    private static History Fit(Callback callback, int epochs, int rows, int batchSize)
    {
        SingleLayerNetwork<float> network = new(2, 1, Activation.Linear, Loss.MeanSquaredError);
        return new Trainer<float>(network, new SGD()).Fit(
            Samples.OfLine(rows), epochs: epochs, batchSize: batchSize, callbacks: [callback],
            cancellationToken: TestContext.Current.CancellationToken);
    }

    private sealed class RecordingCallback : Callback
    {
        private double loss;

        public List<string> Calls { get; } = [];

        public List<double> LossesAtEnd { get; } = [];

        public override void OnEpochBegin(int epoch) => this.Calls.Add($"begin {epoch}");

        public override void OnBatchEnd(in TrainingProgress progress)
        {
            this.loss = progress.Loss;
            this.Calls.Add($"batch {progress.Batch}/{progress.Batches} of {progress.Epoch}/{progress.Epochs}");
        }

        public override void OnEpochEnd(EpochLog epoch)
        {
            this.LossesAtEnd.Add(this.loss);
            this.Calls.Add($"end {epoch.Epoch}");
        }

        public override void OnTrainEnd(History history) => this.Calls.Add($"over {history.Count}");
    }

    private sealed class Halving : Callback
    {
        public INetwork Network => this.Context.Network;

        public override void OnEpochEnd(EpochLog epoch) => this.Context.LearningRate /= 2;
    }

    private sealed class ProgressList : IProgress<TrainingProgress>
    {
        public List<TrainingProgress> Reports { get; } = [];

        public void Report(TrainingProgress value) => this.Reports.Add(value);
    }
}
