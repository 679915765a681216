using System.Numerics;
using NetDsl.Data;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

/// <summary>A training that was interrupted and goes on reaches the bits of one that was not.</summary>
public sealed class ResumedTrainingTests : IDisposable
{
    private const int Rows = 18;
    private const int BatchesOfEpoch = 4;

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Optimizers =>
        [.. OptimizerKinds.Formulas, "adamw", "clip_norm", "global_clip_norm"];

    public static TheoryData<string> Schedules => [.. SchedulesByName.Keys];

    private static Dictionary<string, LearningRateSchedule> SchedulesByName { get; } = new()
    {
        ["cosine"] = new CosineDecay(0.1, 12),
        ["restarts"] = new CosineDecayRestarts(0.1, 3),
        ["exponential"] = new ExponentialDecay(0.1, 3, 0.5),
        ["inverse"] = new InverseTimeDecay(0.1, 3, 0.5),
        ["pieces"] = new PiecewiseConstantDecay([3, 6], [0.1, 0.05, 0.01]),
        ["polynomial"] = new PolynomialDecay(0.1, 12),
        ["warmup"] = new LinearWarmup(new ConstantSchedule(0.1), 6),
    };

    private string CheckpointPath => this.folder.File("run.safetensors");

    public void Dispose() => this.folder.Dispose();

    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Every_optimiser_goes_on_from_within_an_epoch(string kind)
    {
        this.AssertResumes(Classes<float>() with { Optimizer = () => OptimizerKinds.Of(kind) }, 5);
        this.AssertResumes(Classes<double>() with { Optimizer = () => OptimizerKinds.Of(kind) }, 6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Lbfgs_goes_on_with_its_memory(int batches)
    {
        this.AssertResumes(Of<float>(), batches);
        this.AssertResumes(Of<double>(), batches);

        static InterruptedTraining<T> Of<T>()
            where T : unmanaged, IFloatingPointIeee754<T> =>
            Classes<T>() with { Optimizer = () => new LBFGS { HistorySize = 3 }, BatchSize = Rows, Epochs = 9 };
    }

    [Fact]
    public void It_goes_on_from_behind_any_batch()
    {
        TrainingOutcome expected = Classes<float>().InOneGo();
        for (int batches = 0; batches <= 3 * BatchesOfEpoch; batches++)
        {
            TrainingOutcome.AssertSame(expected, Classes<float>().InParts(this.folder.File($"{batches}.safetensors"), batches));
        }
    }

    [Fact]
    public void It_goes_on_again_and_again() => this.AssertResumes(Classes<float>(), 1, 1, 1, 1, 1, 1, 0, 1, 3);

    [Fact]
    public void Epochs_that_are_validated_are_validated_once_wherever_training_was_cancelled()
    {
        TrainingOutcome expected = Validated().InOneGo();
        for (int batches = 0; batches <= 3 * BatchesOfEpoch; batches++)
        {
            TrainingOutcome.AssertSame(expected, Validated().InParts(this.folder.File($"{batches}.safetensors"), batches));
        }

        static InterruptedTraining<float> Validated() => Classes<float>() with { Validation = Samples.OfLargest(11, seed: 2) };
    }

    [Theory]
    [MemberData(nameof(Schedules))]
    public void A_schedule_goes_on_at_its_step(string name) =>
        this.AssertResumes(Classes<float>() with { Optimizer = () => new SGD { Schedule = SchedulesByName[name] } }, 5);

    [Fact]
    public void A_learning_rate_that_callbacks_multiply_each_epoch_is_multiplied_once_an_epoch()
    {
        InterruptedTraining<float> training = Classes<float>() with
        {
            Callbacks = () => [new LearningRateScheduler((_, rate) => rate / 2)],
        };
        this.AssertResumes(training, BatchesOfEpoch);
        this.AssertResumes(training, BatchesOfEpoch - 1, 2, BatchesOfEpoch);
    }

    [Fact]
    public void Early_stopping_stops_where_it_would_have_and_gives_back_the_best_weights()
    {
        List<EarlyStopping> stoppings = [];
        InterruptedTraining<float> training = Worsening() with
        {
            Callbacks = () =>
            {
                EarlyStopping stopping = new() { Patience = 3, RestoreBestWeights = true };
                stoppings.Add(stopping);
                return [stopping];
            },
        };
        TrainingOutcome outcome = this.AssertResumes(training, 6, 5, 5, 5, 5, 5, 5, 5);
        Assert.InRange(outcome.History.Count, 5, 19);
        Assert.StartsWith("EarlyStopping: ", outcome.History.StopReason);
        Assert.True(stoppings[0].BestEpoch > 2);
        Assert.Equal(
            (stoppings[0].Best, stoppings[0].BestEpoch, stoppings[0].StoppedEpoch),
            (stoppings[^1].Best, stoppings[^1].BestEpoch, stoppings[^1].StoppedEpoch));
    }

    [Fact]
    public void A_plateau_is_as_long_as_it_would_have_been()
    {
        InterruptedTraining<float> training = Worsening() with
        {
            Epochs = 16,
            Callbacks = () => [new ReduceLROnPlateau { Patience = 0, Factor = 0.5, Cooldown = 3 }],
        };
        TrainingOutcome outcome = this.AssertResumes(training, 6, 5, 5, 5, 5, 5, 5, 5);
        Assert.True(outcome.History["learning_rate"].Distinct().Count() > 2);
    }

    [Fact]
    public void Weights_of_rows_and_of_classes_are_those_of_the_unbroken_training()
    {
        Dataset data = Samples.OfLargest(Rows).WithSampleWeights([.. Enumerable.Range(0, Rows).Select(row => 0.5f + (row % 3))]);
        this.AssertResumes(Classes<float>() with { Train = data, ClassWeights = new Dictionary<int, double> { [1] = 2.5 } }, 6);
    }

    [Fact]
    public void A_log_is_that_of_an_unbroken_training_whatever_was_written_after_the_checkpoint()
    {
        string log = this.folder.File("log.csv");
        File.WriteAllText(log, "epoch,loss,accuracy,learning_rate\n1,2,3,4\n");
        InterruptedTraining<float> training = Classes<float>() with { Callbacks = () => [new CSVLogger(log, append: true)] };
        training.Fit(seed: 1, threads: 1, new BackupAndRestore(this.CheckpointPath), batches: 2 * BatchesOfEpoch, training.Callbacks());
        string until = File.ReadAllText(log);
        Assert.Equal(4, until.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        string[] since = [until, until + "3,0.1,1,0.05\n", until + "3,0.", "epoch,loss,accuracy,learning_rate\n1,2,3,4\n"];
        foreach (string after in since)
        {
            File.WriteAllText(log, after);
            training.Fit(seed: 2, threads: 1, new BackupAndRestore(this.CheckpointPath), batches: 0, training.Callbacks());
            Assert.Equal(until, File.ReadAllText(log));
        }

        training.Fit(seed: 2, threads: 1, new BackupAndRestore(this.CheckpointPath), batches: null, training.Callbacks());
        string[] lines = File.ReadAllLines(log);
        Assert.Equal(["1", "1", "2", "3"], lines.Skip(1).Select(line => line.Split(',')[0]));
        Assert.StartsWith(until, File.ReadAllText(log));
    }

    [Fact]
    public void What_a_callback_of_ones_own_keeps_comes_back()
    {
        List<BatchCounter> counters = [];
        InterruptedTraining<float> training = Classes<float>() with
        {
            Callbacks = () =>
            {
                counters.Add(new BatchCounter());
                counters.Add(new BatchCounter());
                return [.. counters.TakeLast(2)];
            },
        };
        this.AssertResumes(training, 3, 4);
        Assert.Equal(3 * BatchesOfEpoch, counters[^1].Count);
        Assert.Equal(counters[0].Losses, counters[^2].Losses);
    }

    [Fact]
    public void An_exception_costs_what_came_after_the_last_checkpoint_and_nothing_else()
    {
        InterruptedTraining<float> training = Classes<float>();
        LambdaCallback fail = new() { BatchEnd = (_, progress) => ThrowAt(progress, epoch: 3, batch: 2) };
        Assert.Throws<TimeoutException>(() => training.Fit(
            seed: 1, threads: 1, new BackupAndRestore(this.CheckpointPath) { SaveEveryEpoch = true }, batches: null, fail));

        int batches = 0;
        LambdaCallback count = new() { BatchEnd = (_, _) => batches++ };
        TrainingOutcome outcome = training.Fit(seed: 2, threads: 1, new BackupAndRestore(this.CheckpointPath), batches: null, count);
        TrainingOutcome.AssertSame(training.InOneGo(), outcome);
        Assert.Equal(BatchesOfEpoch, batches);
    }

    [Fact]
    public void A_training_that_is_done_returns_at_once_and_more_epochs_are_added_to_it()
    {
        InterruptedTraining<float> training = Classes<float>();
        TrainingOutcome first = training.Fit(seed: 1, threads: 1, new BackupAndRestore(this.CheckpointPath), batches: null);
        byte[] file = File.ReadAllBytes(this.CheckpointPath);
        int batches = 0;
        LambdaCallback count = new() { BatchEnd = (_, _) => batches++ };

        BackupAndRestore again = new(this.CheckpointPath);
        TrainingOutcome second = training.Fit(seed: 2, threads: 1, again, batches: null, count);
        TrainingOutcome.AssertSame(first, second);
        Assert.True(again.WasRestored);
        Assert.Equal(0, batches);
        Assert.Equal(file, File.ReadAllBytes(this.CheckpointPath));
        Assert.Equal(first.History.Seconds, second.History.Seconds);

        InterruptedTraining<float> longer = Classes<float>() with { Epochs = 5 };
        TrainingOutcome.AssertSame(
            longer.InOneGo(), longer.Fit(seed: 3, threads: 1, new BackupAndRestore(this.CheckpointPath), batches: null, count));
        Assert.Equal(2 * BatchesOfEpoch, batches);
    }

    [Fact]
    public void Fewer_epochs_than_were_trained_leave_the_checkpoint_as_it_is()
    {
        InterruptedTraining<float> training = Classes<float>();
        training.Fit(seed: 1, threads: 1, new BackupAndRestore(this.CheckpointPath), batches: (2 * BatchesOfEpoch) + 1);
        TrainingOutcome outcome = (training with { Epochs = 1 }).Fit(
            seed: 2, threads: 1, new BackupAndRestore(this.CheckpointPath), batches: null);
        Assert.Equal(2, outcome.History.Count);
        TrainingOutcome.AssertSame(
            training.InOneGo(), training.Fit(seed: 3, threads: 1, new BackupAndRestore(this.CheckpointPath), batches: null));
    }

    [Fact]
    public void A_training_that_a_callback_stopped_stays_stopped()
    {
        InterruptedTraining<float> training = Worsening() with
        {
            Callbacks = () => [new EarlyStopping { Patience = 3, RestoreBestWeights = true }],
        };
        TrainingOutcome first = training.Fit(
            seed: 1, threads: 1, new BackupAndRestore(this.CheckpointPath), batches: null, training.Callbacks());
        Assert.NotNull(first.History.StopReason);
        TrainingOutcome.AssertSame(first, (training with { Epochs = 40 }).Fit(
            seed: 2, threads: 1, new BackupAndRestore(this.CheckpointPath), batches: null, training.Callbacks()));
    }

    [Fact]
    public void A_training_that_a_callback_stopped_within_an_epoch_ends_like_an_unbroken_one()
    {
        InterruptedTraining<float> training = Classes<float>() with
        {
            Validation = Samples.OfLargest(11, seed: 2),
            Callbacks = () => [new LambdaCallback { BatchEnd = (context, progress) => StopAt(context, progress, epoch: 2, batch: 3) }],
        };

        // Cancelled behind the batch that stops it, and so before the epoch is validated.
        TrainingOutcome outcome = this.AssertResumes(training, BatchesOfEpoch + 3);
        Assert.Equal(2, outcome.History.Count);
        Assert.Equal("enough", outcome.History.StopReason);
    }

    [Fact]
    public void A_training_that_diverges_leaves_the_last_state_before_in_its_file()
    {
        InterruptedTraining<float> training = Classes<float>() with { Optimizer = () => new SGD { LearningRate = 1e300 } };
        BackupAndRestore often = new(this.CheckpointPath) { Interval = TimeSpan.Zero };
        training.Fit(seed: 1, threads: 1, often, batches: null, new TerminateOnNaN());
        TrainingOutcome outcome = training.Fit(
            seed: 2, threads: 1, new BackupAndRestore(this.CheckpointPath), batches: null, new TerminateOnNaN());
        Assert.StartsWith("TerminateOnNaN: ", outcome.History.StopReason);
    }

    private static InterruptedTraining<T> Classes<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => new()
        {
            Train = Samples.OfLargest(Rows),
            Network = seed =>
            {
                SingleLayerNetwork<T> network = new(3, 3, Activation.Softmax, Loss.CategoricalCrossentropy);
                network.Initialize(seed);
                return network;
            },
        };

    // Validated on rows of other answers, so that what is learnt makes it worse in the end.
    private static InterruptedTraining<float> Worsening()
    {
        Dataset train = Samples.OfLargest(Rows);
        Dataset other = Samples.OfLargest(11, seed: 5);
        Dataset validation = new(
            [.. train.AllFeatures, .. other.AllFeatures, .. other.AllFeatures],
            [3],
            [.. train.AllTargets, .. other.AllTargets, .. Enumerable.Range(0, 33).Select(i => other.AllTargets[(i + 3) % 33])],
            [3]);
        return Classes<float>() with
        {
            Train = train,
            Validation = validation,
            Epochs = 20,
            Optimizer = () => new SGD { LearningRate = 2 },
        };
    }

    private static void ThrowAt(TrainingProgress progress, int epoch, int batch)
    {
        if (progress.Epoch == epoch && progress.Batch == batch)
        {
            throw new TimeoutException();
        }
    }

    private static void StopAt(TrainingContext context, TrainingProgress progress, int epoch, int batch)
    {
        if (progress.Epoch == epoch && progress.Batch == batch)
        {
            context.StopTraining("enough");
        }
    }

    private TrainingOutcome AssertResumes<T>(InterruptedTraining<T> training, params ReadOnlySpan<int> batches)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        TrainingOutcome expected = training.InOneGo();
        TrainingOutcome.AssertSame(expected, training.InParts(this.folder.File($"{Guid.NewGuid():N}.safetensors"), batches));
        return expected;
    }

    /// <summary>Counts batches and notes losses over all parts of a training.</summary>
    private sealed class BatchCounter : Callback
    {
        public long Count { get; private set; }

        public List<double> Losses { get; } = [];

        public override void OnTrainBegin()
        {
            this.Count = 0;
            this.Losses.Clear();
        }

        public override void OnBatchEnd(in TrainingProgress progress)
        {
            this.Count++;
            this.Losses.Add(progress.Loss);
        }

        public override void SaveState(CheckpointState state)
        {
            state.Set("count", this.Count);
            state.Set("losses", this.Losses.ToArray());
        }

        public override void LoadState(CheckpointState state)
        {
            this.Count = state.GetInt64("count") ?? 0;
            this.Losses.AddRange(state.GetArray<double>("losses") ?? []);
        }
    }
}
