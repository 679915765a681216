using NetDsl.Data;
using NetDsl.Kernels;
using NetDsl.Tests.Data;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

public sealed class AugmentedTrainingTests : IDisposable
{
    private static readonly Augmentation[] Noise = [new NetDsl.Data.GaussianNoise(0.3), new Mirror()];

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => this.folder.Dispose();

    [Fact]
    public void Rows_are_changed_alike_in_memory_and_in_a_stream()
    {
        Dataset data = Samples.OfLine(103);
        ShuffleOrder order = new(8, 24);
        float[] inMemory = Train(trainer => trainer.Fit(data, epochs: 3, batchSize: 8, cancellationToken: Token), Noise, order);
        float[] streamed = Train(trainer => trainer.Fit(new WatchedSource(data, 4), epochs: 3, batchSize: 8, cancellationToken: Token), Noise, order);
        Assert.Equal(inMemory, streamed);
        Assert.NotEqual(inMemory, Train(trainer => trainer.Fit(data, epochs: 3, batchSize: 8, cancellationToken: Token), [], order));
    }

    [Fact]
    public void A_batch_of_all_rows_is_changed_anew_in_each_epoch()
    {
        float[] once = Train(trainer => trainer.Fit(Samples.OfLine(20), epochs: 2, batchSize: 20, cancellationToken: Token), Noise);
        float[] twice = Train(
            trainer =>
            {
                trainer.Fit(Samples.OfLine(20), epochs: 1, batchSize: 20, cancellationToken: Token);
                trainer.Fit(Samples.OfLine(20), epochs: 1, batchSize: 20, cancellationToken: Token);
            },
            Noise);
        Assert.Equal(once, twice);
    }

    [Fact]
    public void Validation_and_double_precision_see_what_the_seed_says()
    {
        Dataset data = Samples.OfLine(6);
        SingleLayerNetwork<double> network = new(2, 1, Activation.Linear, Loss.MeanSquaredError);
        network.Initialize(1);
        double untouched = new Trainer<double>(network, new SGD()).Evaluate(data, Token).Loss;
        Trainer<double> trainer = new(network, new SGD { LearningRate = 0 }) { Seed = 3, Augmentation = Noise };
        History history = trainer.Fit(data, data, batchSize: 6, cancellationToken: Token);
        Assert.Equal(untouched, history["val_loss"][0], 12);

        AugmentationPipeline pipeline = new(Noise, [2], seed: 3);
        float[] changed = data.AllFeatures.ToArray();
        for (int row = 0; row < 6; row++)
        {
            pipeline.Apply(0, row, changed.AsSpan(row * 2, 2));
        }

        double expected = new Trainer<double>(network, new SGD()).Evaluate(new Dataset(changed, [2], data.AllTargets.ToArray(), [1]), Token).Loss;
        Assert.Equal(expected, history["loss"][0], 12);
    }

    [Fact]
    public void A_checkpoint_knows_what_is_done_with_rows()
    {
        string file = this.folder.File("run.safetensors");
        void Fit(Augmentation[] augmentation) => Train(
            trainer => trainer.Fit(
                Samples.OfLine(40), epochs: 1, batchSize: 8, callbacks: [new BackupAndRestore(file)], cancellationToken: Token),
            augmentation);
        Fit(Noise);
        CheckpointMismatchException error = Assert.Throws<CheckpointMismatchException>(() => Fit([new NetDsl.Data.GaussianNoise(0.2), new Mirror()]));
        Assert.Contains("Augmentation.0.Stddev", error.Message, StringComparison.Ordinal);
        Assert.Throws<CheckpointMismatchException>(() => Fit([]));
    }

    [Fact]
    public void An_augmentation_that_needs_images_refuses_rows_that_are_none() =>
        Assert.Throws<ArgumentException>(() => Train(trainer => trainer.Fit(Samples.OfLine(9), cancellationToken: Token), [new RandomRotation90()]));

    private static float[] Train(Action<Trainer<float>> train, Augmentation[] augmentation, ShuffleOrder? order = null)
    {
        SingleLayerNetwork<float> network = new(2, 1, Activation.Linear, Loss.MeanSquaredError);
        network.Initialize(1);
        train(new Trainer<float>(network, new SGD()) { Seed = 3, Order = order, Augmentation = augmentation });
        return network.Parameters.Values.ToArray();
    }

    private sealed class Mirror : Augmentation
    {
        public override void Apply(ReadOnlySpan<float> source, Span<float> destination, IReadOnlyList<int> shape, ref RandomStream random)
        {
            float sign = random.NextInt(2) == 0 ? 1 : -1;
            for (int i = 0; i < source.Length; i++)
            {
                destination[i] = sign * source[i];
            }
        }
    }
}
