using NetDsl.Data;
using NetDsl.Interchange;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

/// <summary>A file from which a training cannot go on is refused with the reason, and nothing is changed.</summary>
public sealed class CheckpointRefusalTests : IDisposable
{
    private const int Rows = 12;

    private static readonly Dictionary<string, Func<Trainer<float>>> OtherTrainers = new()
    {
        ["Seed is 5 here and 4 in the checkpoint"] = () => Trainer(seed: 5),
        ["Shuffle is False here and True in the checkpoint"] = () => new(Network(), Optimizer()) { Seed = 4, Shuffle = false },
        ["ClassWeights is (1: 2) here and none in the checkpoint"] =
            () => new(Network(), Optimizer()) { Seed = 4, ClassWeights = new Dictionary<int, double> { [1] = 2 } },
        ["Optimizer is SGD here and Adam in the checkpoint"] = () => new(Network(), new SGD { LearningRate = 0.05 }) { Seed = 4 },
        ["Optimizer.Beta1 is 0.8 here and 0.9 in the checkpoint"] =
            () => new(Network(), new Adam { LearningRate = 0.05, Beta1 = 0.8 }) { Seed = 4 },
        ["Optimizer.LearningRate is 0.1 here and 0.05 in the checkpoint"] =
            () => new(Network(), new Adam { LearningRate = 0.1 }) { Seed = 4 },
        ["Optimizer.ClipNorm is 1 here and none in the checkpoint"] =
            () => new(Network(), new Adam { LearningRate = 0.05, ClipNorm = 1 }) { Seed = 4 },
        ["Optimizer.Schedule is ExponentialDecay(decayRate: 0.5, decaySteps: 10, initialLearningRate: 0.1, staircase: False) here"] =
            () => new(Network(), new Adam { LearningRate = 0.05, Schedule = new ExponentialDecay(0.1, 10, 0.5) }) { Seed = 4 },
        ["Network.dense_0.Loss is 1 CategoricalCrossentropy of Sigmoid here"] =
            () => new(Network(Activation.Sigmoid), Optimizer()) { Seed = 4 },
    };

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Differences => [.. OtherTrainers.Keys];

    private string CheckpointPath => this.folder.File("run.safetensors");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => this.folder.Dispose();

    [Theory]
    [MemberData(nameof(Differences))]
    public void Another_setting_is_named_with_both_values(string difference)
    {
        this.Save();
        Assert.Contains(difference, this.Refuse<CheckpointMismatchException>(OtherTrainers[difference]()).Message);
    }

    [Fact]
    public void All_differences_are_named_and_what_to_do_about_them()
    {
        this.Save();
        CheckpointMismatchException error = this.Refuse<CheckpointMismatchException>(Trainer(seed: 9), batchSize: 4);
        Assert.Equal(["Seed is 9 here and 4 in the checkpoint", "BatchSize is 4 here and 5 in the checkpoint"], error.Differences);
        Assert.Equal(this.CheckpointPath, error.Path);
        Assert.StartsWith($"{this.CheckpointPath}: the checkpoint belongs to another training. Seed is 9", error.Message);
        Assert.EndsWith("begin anew: give another file, or do not restore.", error.Message);
    }

    [Fact]
    public void Other_data_are_refused()
    {
        this.Save();
        Dataset data = Samples.OfLargest(Rows);
        float[] features = data.AllFeatures.ToArray();
        features[7] = MathF.BitIncrement(features[7]);
        Assert.StartsWith("TrainingData.Features is SHA-256 ", this.Difference(new Dataset(features, [3], data.AllTargets.ToArray(), [3])));
        Dataset weighted = data.WithSampleWeights([.. Enumerable.Repeat(2f, Rows)]);
        Assert.StartsWith("TrainingData.SampleWeights is SHA-256 ", this.Difference(weighted));
        Assert.Contains(
            "TrainingData.Rows is 13 here and 12 in the checkpoint",
            this.Refuse<CheckpointMismatchException>(Trainer(), data: Samples.OfLargest(13)).Message);
    }

    [Fact]
    public void Other_validation_data_are_refused()
    {
        this.Save();
        Assert.Contains(
            "ValidationData.Rows is 12 here and none in the checkpoint",
            this.Refuse<CheckpointMismatchException>(Trainer(), validation: Samples.OfLargest(Rows)).Message);
    }

    [Fact]
    public void Another_network_is_refused()
    {
        this.Save();
        SingleLayerNetwork<float> wider = new(4, 3, Activation.Softmax, Loss.CategoricalCrossentropy);
        Dataset data = new(new float[8], [4], [1, 0, 0, 0, 1, 0], [3]);
        ModelFormatException error = this.Refuse<ModelFormatException>(new Trainer<float>(wider, Optimizer()), data: data, batchSize: 2);
        Assert.Contains("'dense_0/kernel' has shape (3, 3), not (4, 3)", error.Message);
    }

    [Fact]
    public void A_network_that_is_declared_otherwise_is_refused_though_its_parameters_are_alike()
    {
        new Trainer<float>(Declared("Dense(3, Activation.Tanh)"), Optimizer()) { Seed = 4 }.Fit(
            Samples.OfLargest(Rows), batchSize: 5, callbacks: [new BackupAndRestore(this.CheckpointPath)], cancellationToken: Token);
        CheckpointMismatchException error = this.Refuse<CheckpointMismatchException>(
            new Trainer<float>(Declared("Dense(3, Activation.ReLU)"), Optimizer()) { Seed = 4 });
        Assert.Equal(
            ["Network.Declaration.1 is [Dense(3, Activation.ReLU)] here and [Dense(3, Activation.Tanh)] in the checkpoint"],
            error.Differences);

        static SingleLayerNetwork<float> Declared(string layer) => new(
            3,
            3,
            Activation.Softmax,
            Loss.CategoricalCrossentropy,
            declaration: $"using NetDsl;\n\n[Network]\n[{layer}]\npublic partial class SingleLayer;\n");
    }

    [Fact]
    public void Another_precision_is_refused()
    {
        this.Save();
        SingleLayerNetwork<double> network = new(3, 3, Activation.Softmax, Loss.CategoricalCrossentropy);
        ModelFormatException error = Assert.Throws<ModelFormatException>(() => new Trainer<double>(network, Optimizer()) { Seed = 4 }.Fit(
            Samples.OfLargest(Rows), batchSize: 5, callbacks: [new BackupAndRestore(this.CheckpointPath)], cancellationToken: Token));
        Assert.Contains("precision F32, not F64", error.Message);
    }

    [Fact]
    public void Parameters_without_a_training_are_refused()
    {
        ModelFile.SaveParameters(Network(), this.CheckpointPath);
        Assert.Contains("the file is no checkpoint of a training", this.Refuse<ModelFormatException>(Trainer()).Message);
    }

    [Fact]
    public void A_file_that_was_cut_off_or_changed_anywhere_is_refused()
    {
        this.Save(new EarlyStopping { Monitor = "loss", RestoreBestWeights = true });
        byte[] whole = File.ReadAllBytes(this.CheckpointPath);
        for (int i = 0; i < whole.Length; i += 13)
        {
            byte[] broken = [.. whole];
            broken[i] ^= 2;
            File.WriteAllBytes(this.CheckpointPath, broken);
            this.Refuse<ModelFormatException>(Trainer(), callbacks: new EarlyStopping { Monitor = "loss", RestoreBestWeights = true });
            if (i % 3 == 0)
            {
                File.WriteAllBytes(this.CheckpointPath, whole[..i]);
                this.Refuse<ModelFormatException>(Trainer(), callbacks: new EarlyStopping { Monitor = "loss", RestoreBestWeights = true });
            }
        }
    }

    [Fact]
    public void A_newer_version_of_the_format_is_refused()
    {
        this.Save();
        SafetensorsFile file = SafetensorsFile.Read(this.CheckpointPath);
        SafetensorsFile.Write(
            this.CheckpointPath, file.Tensors, new Dictionary<string, string>(file.Metadata) { ["netdsl.training/version"] = "2" });
        Assert.Contains("version '2' of the format of checkpoints", this.Refuse<ModelFormatException>(Trainer()).Message);
    }

    [Fact]
    public void Callbacks_that_keep_something_must_be_the_same()
    {
        this.Save(new EarlyStopping { Monitor = "loss" });
        CheckpointMismatchException error = this.Refuse<CheckpointMismatchException>(
            Trainer(), callbacks: new ReduceLROnPlateau { Monitor = "loss" });
        Assert.Equal(
            [
                "EarlyStopping is a callback in the checkpoint and none here",
                "ReduceLROnPlateau is a callback here and none in the checkpoint",
            ],
            error.Differences);
        Assert.Contains(
            "EarlyStopping monitored 'loss' there, and monitors 'learning_rate' here",
            this.Refuse<CheckpointMismatchException>(Trainer(), callbacks: new EarlyStopping { Monitor = "learning_rate" }).Message);
    }

    [Fact]
    public void A_callback_that_cannot_read_what_was_kept_ends_it_before_anything_is_changed()
    {
        this.Save(new Keeper());
        Assert.Contains(
            "'number' is 'not a number', which is no such number",
            this.Refuse<CheckpointMismatchException>(Trainer(), callbacks: new Keeper()).Message);
    }

    [Fact]
    public void Two_checkpoints_of_one_training_are_refused()
    {
        ArgumentException error = this.Refuse<ArgumentException>(Trainer(), callbacks: new BackupAndRestore(this.CheckpointPath));
        Assert.Contains("2 BackupAndRestore", error.Message);
    }

    [Theory]
    [InlineData("netdsl.sha256")]
    [InlineData("netdsl.training/own")]
    public void Metadata_of_a_reserved_name_are_refused(string name)
    {
        BackupAndRestore backup = new(this.CheckpointPath) { Metadata = new Dictionary<string, string> { [name] = "x" } };
        Assert.Contains($"'{name}'", RefuseToFit<ArgumentException>(Trainer(), Samples.OfLargest(Rows), null, 5, [backup]).Message);
        Assert.Empty(this.folder.FileNames);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_path_is_needed(string path) => Assert.Throws<ArgumentException>(() => new BackupAndRestore(path));

    private static Adam Optimizer() => new() { LearningRate = 0.05 };

    private static SingleLayerNetwork<float> Network(Activation activation = Activation.Softmax)
    {
        SingleLayerNetwork<float> network = new(3, 3, activation, Loss.CategoricalCrossentropy);
        network.Initialize(2);
        return network;
    }

    private static Trainer<float> Trainer(ulong seed = 4) => new(Network(), Optimizer()) { Seed = seed };

    private static TError RefuseToFit<TError>(
        Trainer<float> trainer, Dataset data, Dataset? validation, int batchSize, Callback[] callbacks)
        where TError : Exception
    {
        float[] before = trainer.Network.Parameters.Values.ToArray();
        TError error = Assert.Throws<TError>(() => trainer.Fit(
            data, validation, epochs: 3, batchSize: batchSize, callbacks: callbacks, cancellationToken: Token));
        Assert.Equal(before, trainer.Network.Parameters.Values.ToArray());
        Assert.Equal(0, trainer.EpochsTrained);
        Assert.Equal(0, trainer.OptimizerState.Steps);
        Assert.All(trainer.OptimizerState.Slots.Values, slot => Assert.All(slot.Values.ToArray(), value => Assert.Equal(0, value)));
        return error;
    }

    private TError Refuse<TError>(
        Trainer<float> trainer, Dataset? data = null, Dataset? validation = null, int batchSize = 5, params Callback[] callbacks)
        where TError : Exception
    {
        BackupAndRestore backup = new(this.CheckpointPath);
        TError error = RefuseToFit<TError>(trainer, data ?? Samples.OfLargest(Rows), validation, batchSize, [.. callbacks, backup]);
        Assert.False(backup.WasRestored);
        return error;
    }

    private string Difference(Dataset data) =>
        Assert.Single(this.Refuse<CheckpointMismatchException>(Trainer(), data: data).Differences);

    private void Save(params Callback[] callbacks) => Trainer().Fit(
        Samples.OfLargest(Rows),
        epochs: 2,
        batchSize: 5,
        callbacks: [.. callbacks, new BackupAndRestore(this.CheckpointPath)],
        cancellationToken: Token);

    /// <summary>Keeps a text and expects a number.</summary>
    private sealed class Keeper : Callback
    {
        public override void SaveState(CheckpointState state) => state.Set("number", "not a number");

        public override void LoadState(CheckpointState state) => state.GetDouble("number");
    }
}
