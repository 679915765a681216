using System.Numerics;
using NetDsl.Data;
using NetDsl.Tests.Data;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

public sealed class StreamedTrainingTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => this.folder.Dispose();

    [Theory]
    [InlineData(1, 1, 7)]
    [InlineData(3, 10, 8)]
    [InlineData(10, 20, 16)]
    [InlineData(16, 48, 5)]
    [InlineData(8, 103, 10)]
    public void Rows_that_are_read_give_the_bits_of_rows_in_memory(int blockRows, int windowRows, int batchSize)
    {
        Dataset train = Samples.OfLine(103);
        Dataset validation = Samples.OfLine(70, seed: 2);
        ShuffleOrder order = new(blockRows, windowRows);
        Outcome<float> memory = Fit<float>(order, trainer => trainer.Fit(train, validation, 3, batchSize, cancellationToken: Token));
        Outcome<float> streamed = Fit<float>(order, trainer => trainer.Fit(
            new WatchedSource(train, 4), new WatchedSource(validation), 3, batchSize, cancellationToken: Token));
        memory.AssertSame(streamed);
    }

    [Fact]
    public void Double_precision_weights_of_rows_and_of_classes_give_the_same_bits_as_well()
    {
        Dataset train = Samples.OfOrder(90).WithSampleWeights([.. Enumerable.Range(1, 90).Select(i => i % 5 / 4f)]);
        ShuffleOrder order = new(4, 24);
        Dictionary<int, double> weights = new() { [1] = 2.5 };
        SingleLayerNetwork<double> inMemory = new(2, 1, Activation.Sigmoid, Loss.BinaryCrossentropy);
        SingleLayerNetwork<double> streamed = new(2, 1, Activation.Sigmoid, Loss.BinaryCrossentropy);
        new Trainer<double>(inMemory, new Adam()) { Order = order, ClassWeights = weights }.Fit(train, epochs: 3, batchSize: 8, cancellationToken: Token);
        new Trainer<double>(streamed, new Adam()) { Order = order, ClassWeights = weights }
            .Fit(new WatchedSource(train), epochs: 3, batchSize: 8, cancellationToken: Token);
        Assert.Equal(inMemory.Parameters.Values.ToArray(), streamed.Parameters.Values.ToArray());
    }

    [Fact]
    public void Rows_that_fit_into_one_window_are_shuffled_as_a_whole_and_read_once()
    {
        Dataset train = Samples.OfLine(60);
        WatchedSource source = new(train, 8);
        Outcome<float> memory = Fit<float>(null, trainer => trainer.Fit(train, epochs: 4, batchSize: 7, cancellationToken: Token));
        Outcome<float> streamed = Fit<float>(null, trainer => trainer.Fit(source, epochs: 4, batchSize: 7, cancellationToken: Token));
        memory.AssertSame(streamed);
        Assert.Equal(1, source.Reads);
    }

    [Fact]
    public void Without_shuffling_the_rows_come_in_their_order()
    {
        Dataset train = Samples.OfLine(50);
        SingleLayerNetwork<float> inMemory = Line<float>();
        SingleLayerNetwork<float> streamed = Line<float>();
        new Trainer<float>(inMemory, new SGD()) { Shuffle = false }.Fit(train, epochs: 2, batchSize: 8, cancellationToken: Token);
        new Trainer<float>(streamed, new SGD()) { Shuffle = false, StreamMemory = 400 }
            .Fit(new WatchedSource(train, 4), epochs: 2, batchSize: 8, cancellationToken: Token);
        Assert.Equal(inMemory.Parameters.Values.ToArray(), streamed.Parameters.Values.ToArray());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(13)]
    [InlineData(20)]
    [InlineData(26)]
    public void Training_that_was_interrupted_within_an_epoch_goes_on_with_the_same_bits(int batches)
    {
        WatchedSource train = new(Samples.OfLine(103), 4);
        ShuffleOrder order = new(8, 32);
        Outcome<float> expected = Fit<float>(order, trainer => trainer.Fit(train, epochs: 3, batchSize: 8, cancellationToken: Token));
        string file = this.folder.File("run.safetensors");
        using CancellationTokenSource cancellation = new();
        int done = 0;
        LambdaCallback cancel = new()
        {
            BatchEnd = (_, _) =>
            {
                if (++done == batches)
                {
                    cancellation.Cancel();
                }
            },
        };
        Fit<float>(order, trainer => trainer.Fit(
            train, epochs: 3, batchSize: 8, callbacks: [cancel, new BackupAndRestore(file)], cancellationToken: cancellation.Token));
        Outcome<float> resumed = Fit<float>(order, trainer => trainer.Fit(
            train, epochs: 3, batchSize: 8, callbacks: [new BackupAndRestore(file)], cancellationToken: Token));
        expected.AssertSame(resumed);
    }

    [Fact]
    public void Other_rows_or_another_order_cannot_go_on_from_a_checkpoint()
    {
        string file = this.folder.File("run.safetensors");
        Train(Samples.OfLine(103), new ShuffleOrder(8, 32));
        Assert.Contains("SomeRows", Refused(Samples.OfLine(103, seed: 9), new ShuffleOrder(8, 32)), StringComparison.Ordinal);
        Assert.Contains("WindowRows", Refused(Samples.OfLine(103), new ShuffleOrder(8, 40)), StringComparison.Ordinal);

        void Train(Dataset data, ShuffleOrder order) => Fit<float>(order, trainer => trainer.Fit(
            new WatchedSource(data), epochs: 1, batchSize: 8, callbacks: [new BackupAndRestore(file)], cancellationToken: Token));

        string Refused(Dataset data, ShuffleOrder order) => Assert.Throws<CheckpointMismatchException>(() => Train(data, order)).Message;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(55)]
    [InlineData(102)]
    public void A_row_that_cannot_be_read_ends_training_with_its_error(int row)
    {
        WatchedSource source = new(Samples.OfLine(103), 4) { BrokenRow = row };
        DataFormatException error = Assert.Throws<DataFormatException>(
            () => Fit<float>(new ShuffleOrder(4, 16), trainer => trainer.Fit(source, batchSize: 8, cancellationToken: Token)));
        Assert.Equal(row, error.Row);
    }

    [Fact]
    public void A_target_that_the_loss_cannot_use_is_named_by_its_row_in_the_source()
    {
        float[] targets = new float[100];
        targets[77] = 2;
        WatchedSource source = new(new Dataset(new float[200], [2], targets, [1]), 4);
        SingleLayerNetwork<float> network = new(2, 1, Activation.Sigmoid, Loss.BinaryCrossentropy);
        DataFormatException error = Assert.Throws<DataFormatException>(() =>
            new Trainer<float>(network, new SGD()) { Order = new ShuffleOrder(5, 20) }.Fit(source, cancellationToken: Token));
        Assert.Equal(77, error.Row);
        Assert.Equal("watched rows", error.Path);
    }

    [Fact]
    public void A_missing_feature_is_named_by_its_row_and_column()
    {
        RowLayout layout = new() { FeatureShape = [2], TargetShape = [1], FeatureNames = ["x", "y"], MayMissFeatures = true };
        float[] features = new float[80];
        features[33] = float.NaN;
        Dataset data = new(layout, features, new float[40]);
        DataFormatException streamed = Assert.Throws<DataFormatException>(
            () => Fit<float>(new ShuffleOrder(5, 20), trainer => trainer.Fit(new WatchedSource(data), cancellationToken: Token)));
        DataFormatException inMemory = Assert.Throws<DataFormatException>(
            () => Fit<float>(null, trainer => trainer.Fit(data, cancellationToken: Token)));
        Assert.All([streamed, inMemory], error => Assert.Equal((16, "y"), (error.Row, error.Column)));
    }

    [Fact]
    public void Nobody_reads_after_training_has_ended()
    {
        using WatchedSource source = new(Samples.OfLine(400), 4);
        Fit<float>(new ShuffleOrder(4, 16), trainer => trainer.Fit(source, epochs: 2, batchSize: 8, cancellationToken: Token));
        int reads = source.Reads;
        Thread.Sleep(20);
        Assert.Equal(reads, source.Reads);
    }

    [Fact]
    public void Evaluation_of_a_stream_gives_the_figures_of_memory()
    {
        Trainer<float> trainer = new(Line<float>(), new SGD()) { StreamMemory = 700 };
        Assert.Equal(trainer.Evaluate(Samples.OfLine(200), Token), trainer.Evaluate(new WatchedSource(Samples.OfLine(200), 4), Token));
    }

    [Fact]
    public void An_optimiser_that_needs_all_rows_refuses_a_stream()
    {
        Trainer<double> trainer = new(Line<double>(), new LBFGS());
        ArgumentException error = Assert.Throws<ArgumentException>(() => trainer.Fit(new WatchedSource(Samples.OfLine(20)), cancellationToken: Token));
        Assert.Contains("in memory", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_window_ahead_is_all_that_is_read()
    {
        WatchedSource source = new(Samples.OfLine(1000), 10);
        int most = 0;
        LambdaCallback watch = new() { BatchEnd = (_, progress) => most = Math.Max(most, source.Reads - (progress.Batch * 10 / 50)) };
        SingleLayerNetwork<float> network = Line<float>();
        new Trainer<float>(network, new SGD()) { Shuffle = false, StreamMemory = 2 * 50 * 16 }
            .Fit(source, batchSize: 10, callbacks: [watch], cancellationToken: Token);
        Assert.InRange(most, 1, 2);
    }

    private static SingleLayerNetwork<T> Line<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SingleLayerNetwork<T> network = new(2, 1, Activation.Linear, Loss.MeanSquaredError);
        network.Initialize(1);
        return network;
    }

    private static Outcome<T> Fit<T>(ShuffleOrder? order, Func<Trainer<T>, History> fit)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        SingleLayerNetwork<T> network = Line<T>();
        History history = fit(new Trainer<T>(network, new Adam()) { Seed = 5, Order = order });
        return new Outcome<T>(network.Parameters.Values.ToArray(), history);
    }

    private sealed record Outcome<T>(T[] Parameters, History History)
    {
        public void AssertSame(Outcome<T> other)
        {
            Assert.Equal(this.Parameters, other.Parameters);
            Assert.Equal(this.History.Keys, other.History.Keys);
            Assert.All(this.History.Keys, key => Assert.Equal(this.History[key], other.History[key]));
        }
    }
}
