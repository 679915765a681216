using System.Globalization;
using NetDsl.Interchange;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

/// <summary>The file of a checkpoint: when it is written, and what it says.</summary>
public sealed class BackupAndRestoreTests : IDisposable
{
    private const int BatchesOfEpoch = 3;

    private readonly TemporaryFolder folder = new();

    private string CheckpointPath => this.folder.File("run.safetensors");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => this.folder.Dispose();

    [Fact]
    public void It_is_there_from_the_beginning_and_written_again_at_the_end()
    {
        List<long> steps = this.StepsInFile(new BackupAndRestore(this.CheckpointPath) { Interval = TimeSpan.FromDays(1) });
        Assert.Equal([0, 0, 0, 0, 0, 0], steps);
        Assert.Equal(2 * BatchesOfEpoch, this.Steps());
    }

    [Fact]
    public void It_is_written_after_each_epoch_where_told()
    {
        List<long> steps = this.StepsInFile(
            new BackupAndRestore(this.CheckpointPath) { Interval = TimeSpan.FromDays(1), SaveEveryEpoch = true });
        Assert.Equal([0, 0, 0, 3, 3, 3], steps);
    }

    [Fact]
    public void It_is_written_within_an_epoch_when_the_interval_has_passed()
    {
        // With no interval it is due when it was left alone long enough after it was last written, which is between any two batches.
        BackupAndRestore backup = new(this.CheckpointPath) { Interval = TimeSpan.Zero };
        LambdaCallback stop = new()
        {
            BatchEnd = (context, _) =>
            {
                if (this.Steps() % BatchesOfEpoch != 0)
                {
                    context.StopTraining("seen");
                }
            },
        };
        History history = Trainer().Fit(
            Samples.OfLargest(12), epochs: 50_000, batchSize: 5, callbacks: [stop, backup], cancellationToken: Token);
        Assert.Equal("seen", history.StopReason);
    }

    [Fact]
    public void It_does_not_go_on_from_a_file_where_told_not_to()
    {
        Fit(new BackupAndRestore(this.CheckpointPath), epochs: 2);
        BackupAndRestore anew = new(this.CheckpointPath) { Restore = false };
        Assert.Equal(1, Fit(anew, epochs: 1).EpochsTrained);
        Assert.False(anew.WasRestored);
        Assert.Equal(BatchesOfEpoch, this.Steps());
    }

    [Fact]
    public void A_trainer_that_has_trained_goes_on_from_the_file_and_not_from_where_it_is()
    {
        Trainer<float> first = Fit(new BackupAndRestore(this.CheckpointPath), epochs: 2);
        float[] reached = first.Network.Parameters.Values.ToArray();
        first.Fit(Samples.OfLargest(12), epochs: 3, batchSize: 5, cancellationToken: Token);
        Assert.NotEqual(reached, first.Network.Parameters.Values.ToArray());

        BackupAndRestore backup = new(this.CheckpointPath);
        first.Fit(Samples.OfLargest(12), epochs: 2, batchSize: 5, callbacks: [backup], cancellationToken: Token);
        Assert.True(backup.WasRestored);
        Assert.Equal(reached, first.Network.Parameters.Values.ToArray());
        Assert.Equal((2, 2L * BatchesOfEpoch), (first.EpochsTrained, first.OptimizerState.Steps));
    }

    [Fact]
    public void A_second_call_of_a_trainer_goes_on_from_a_checkpoint_of_its_own()
    {
        Trainer<float> unbroken = Fit(backup: null, epochs: 1);
        unbroken.Fit(Samples.OfLargest(12), epochs: 2, batchSize: 5, cancellationToken: Token);

        Trainer<float> first = Fit(backup: null, epochs: 1);
        using CancellationTokenSource cancellation = new();
        LambdaCallback cancel = new() { BatchEnd = (_, progress) => CancelBehind(progress, batch: 2, cancellation) };
        first.Fit(
            Samples.OfLargest(12),
            epochs: 2,
            batchSize: 5,
            callbacks: [cancel, new BackupAndRestore(this.CheckpointPath)],
            cancellationToken: cancellation.Token);
        Trainer<float> second = Fit(new BackupAndRestore(this.CheckpointPath), epochs: 2);
        Assert.Equal(unbroken.Network.Parameters.Values.ToArray(), second.Network.Parameters.Values.ToArray());
        Assert.Equal(3, second.EpochsTrained);
    }

    [Fact]
    public void It_is_a_file_of_parameters_as_well()
    {
        Trainer<float> trainer = Fit(new BackupAndRestore(this.CheckpointPath), epochs: 2);
        SingleLayerNetwork<float> network = Network();
        ModelFile.LoadParameters(network, this.CheckpointPath);
        Assert.Equal(trainer.Network.Parameters.Values.ToArray(), network.Parameters.Values.ToArray());
    }

    [Fact]
    public void It_says_what_it_is_and_what_it_was_told_to_say()
    {
        Assert.False(BackupAndRestore.IsCheckpoint(this.CheckpointPath));
        ModelFile.SaveParameters(Network(), this.CheckpointPath);
        Assert.False(BackupAndRestore.IsCheckpoint(this.CheckpointPath));
        Assert.Throws<ModelFormatException>(() => BackupAndRestore.ReadMetadata(this.CheckpointPath));
        File.WriteAllText(this.CheckpointPath, "epoch,loss\n");
        Assert.False(BackupAndRestore.IsCheckpoint(this.CheckpointPath));

        Dictionary<string, string> metadata = new() { ["netdsl.classes"] = "[\"shower\",\"track\"]", ["author"] = "Ænne\n" };
        Fit(new BackupAndRestore(this.CheckpointPath) { Restore = false, Metadata = metadata }, epochs: 2);
        Assert.True(BackupAndRestore.IsCheckpoint(this.CheckpointPath));
        IReadOnlyDictionary<string, string> read = BackupAndRestore.ReadMetadata(this.CheckpointPath);
        Assert.Equal(metadata["netdsl.classes"], read["netdsl.classes"]);
        Assert.Equal(metadata["author"], read["author"]);
        Assert.Equal("SingleLayer", read["netdsl.network"]);
        Assert.Equal("2", read["netdsl.training/position/epochs_trained"]);
    }

    [Fact]
    public void Folders_are_made()
    {
        string path = this.folder.File("runs/today/run.safetensors");
        Fit(new BackupAndRestore(path), epochs: 1);
        Assert.True(BackupAndRestore.IsCheckpoint(path));
    }

    [Fact]
    public void What_killed_processes_left_half_written_is_removed_and_nothing_else()
    {
        string[] left = [".run.safetensors.abcdefgh.xyz.tmp", ".other.safetensors.abcdefgh.xyz.tmp", "run.safetensors.tmp"];
        foreach (string name in left)
        {
            File.WriteAllText(this.folder.File(name), "half");
        }

        Fit(new BackupAndRestore(this.CheckpointPath), epochs: 1);
        Assert.Equal([".other.safetensors.abcdefgh.xyz.tmp", "run.safetensors", "run.safetensors.tmp"], this.folder.FileNames);
    }

    [Fact]
    public void A_state_that_cannot_be_kept_leaves_the_old_file()
    {
        Fit(new BackupAndRestore(this.CheckpointPath), epochs: 2);
        byte[] before = File.ReadAllBytes(this.CheckpointPath);
        BackupAndRestore backup = new(this.CheckpointPath) { Restore = false };
        Assert.Throws<TimeoutException>(() => Trainer().Fit(
            Samples.OfLargest(12), epochs: 1, batchSize: 5, callbacks: [backup, new Failing()], cancellationToken: Token));
        Assert.Equal(before, File.ReadAllBytes(this.CheckpointPath));
        Assert.Equal(["run.safetensors"], this.folder.FileNames);
    }

    [Fact]
    public void A_file_that_cannot_be_written_ends_training_before_the_first_step()
    {
        Directory.CreateDirectory(this.CheckpointPath);
        Trainer<float> trainer = Trainer();
        IOException error = Assert.Throws<IOException>(() => trainer.Fit(
            Samples.OfLargest(12), batchSize: 5, callbacks: [new BackupAndRestore(this.CheckpointPath)], cancellationToken: Token));
        Assert.Contains("it is a folder", error.Message);
        Assert.Equal(0, trainer.OptimizerState.Steps);
    }

    [Fact]
    public void A_state_gives_back_all_bits_that_it_keeps()
    {
        CheckpointState state = new();
        double[] doubles = [0.1, -0.0, double.NaN, double.Epsilon, double.NegativeInfinity];
        foreach (double value in doubles)
        {
            state.Set($"double {value:R} {double.IsNegative(value)}", value);
        }

        state.Set("long", long.MinValue);
        state.Set("text", "a\n\"b\" ü");
        state.Set("singles", (float[])[0.1f, float.NaN]);
        state.Set("doubles", doubles);
        state.Set("nothing", (double?)null);
        Assert.All(doubles, value => Assert.Equal(
            BitConverter.DoubleToInt64Bits(value),
            BitConverter.DoubleToInt64Bits(state.GetDouble($"double {value:R} {double.IsNegative(value)}")!.Value)));
        Assert.Equal(long.MinValue, state.GetInt64("long"));
        Assert.Equal("a\n\"b\" ü", state.GetString("text"));
        Assert.Equal([0.1f, float.NaN], state.GetArray<float>("singles")!);
        Assert.Equal(doubles, state.GetArray<double>("doubles")!);
        Assert.Null(state.GetDouble("nothing"));
        Assert.Null(state.GetString("never"));
        Assert.Null(state.GetArray<float>("never"));
        Assert.Null(state.GetSnapshot("never", Network()));
        Assert.Throws<FormatException>(() => state.GetInt64("text"));
        Assert.Throws<ArgumentException>(() => state.Set("long", 1));
    }

    private static void CancelBehind(TrainingProgress progress, int batch, CancellationTokenSource cancellation)
    {
        if (progress.Batch == batch)
        {
            cancellation.Cancel();
        }
    }

    private static SingleLayerNetwork<float> Network()
    {
        SingleLayerNetwork<float> network = new(3, 3, Activation.Softmax, Loss.CategoricalCrossentropy);
        network.Initialize(2);
        return network;
    }

    private static Trainer<float> Trainer() => new(Network(), new Adam { LearningRate = 0.05 });

    private static Trainer<float> Fit(BackupAndRestore? backup, int epochs)
    {
        Trainer<float> trainer = Trainer();
        trainer.Fit(
            Samples.OfLargest(12), epochs: epochs, batchSize: 5, callbacks: backup is null ? [] : [backup], cancellationToken: Token);
        return trainer;
    }

    private long Steps() => long.Parse(
        BackupAndRestore.ReadMetadata(this.CheckpointPath)["netdsl.training/optimizer/steps"], CultureInfo.InvariantCulture);

    // What the file has behind each batch of two epochs, before the callback itself is told of it.
    private List<long> StepsInFile(BackupAndRestore backup)
    {
        List<long> steps = [];
        LambdaCallback read = new() { BatchEnd = (_, _) => steps.Add(this.Steps()) };
        Trainer().Fit(Samples.OfLargest(12), epochs: 2, batchSize: 5, callbacks: [backup, read], cancellationToken: Token);
        return steps;
    }

    /// <summary>Cannot keep what it has.</summary>
    private sealed class Failing : Callback
    {
        public override void SaveState(CheckpointState state) => throw new TimeoutException();
    }
}
