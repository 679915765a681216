using NetDsl.Data;
using NetDsl.Tests.Networks;
using NetDsl.Training;

namespace NetDsl.Tests.Training;

/// <summary>Networks that draw noise and learn statistics go on as if never interrupted.</summary>
public sealed class ResumedNetworkTests : IDisposable
{
    private const int Rows = 40;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => this.folder.Dispose();

    [Theory]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(14)]
    public void Dropout_and_normalisations_go_on_by_another_number_of_threads(int batches)
    {
        InterruptedTraining<float> training = new()
        {
            Network = seed => new EveryNormalization(seed),
            Train = Data(EveryNormalization.Description, Rows, seed: 1)
                .WithSampleWeights([.. Enumerable.Range(1, Rows).Select(i => i % 4 / 2f)]),
            Validation = Data(EveryNormalization.Description, Rows, seed: 2),
            BatchSize = 8,
            Callbacks = () => [new EarlyStopping { Patience = 100, RestoreBestWeights = true }, new ReduceLROnPlateau { Patience = 0 }],
        };
        TrainingOutcome expected = training.InOneGo();
        TrainingOutcome.AssertSame(expected, (training with { Threads = 3 }).InParts(this.folder.File("run.safetensors"), batches));
    }

    [Fact]
    public void Double_precision_goes_on_as_well()
    {
        InterruptedTraining<double> training = new()
        {
            Network = seed => new NormalizedByBatchDouble(seed),
            Train = Data(NormalizedByBatchDouble.Description, Rows, seed: 1),
            BatchSize = 8,
        };
        TrainingOutcome.AssertSame(training.InOneGo(), training.InParts(this.folder.File("run.safetensors"), 2, 5));
    }

    [Fact]
    public void Between_two_savings_a_batch_allocates_nothing()
    {
        long[] allocated = new long[5];
        LambdaCallback read = new() { BatchEnd = (_, progress) => allocated[progress.Batch - 1] = GC.GetAllocatedBytesForCurrentThread() };
        new Trainer<float>(new NormalizedFeatures(1), new Adam()) { Threads = 1 }.Fit(
            Data(NormalizedFeatures.Description, Rows, seed: 1),
            epochs: 3,
            batchSize: 8,
            callbacks: [new BackupAndRestore(this.folder.File("run.safetensors")) { Interval = TimeSpan.FromDays(1) }, read],
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(allocated, bytes => Assert.Equal(allocated[0], bytes));
    }

    private static Dataset Data(NetworkSummary summary, int rows, int seed)
    {
        Random random = new(seed);
        float[] features = [.. Enumerable.Range(0, rows * summary.InputSize).Select(_ => (3 * random.NextSingle()) + 1)];
        float[] targets = new float[rows * summary.TargetSize];
        for (int row = 0; row < rows; row++)
        {
            targets[(row * summary.TargetSize) + random.Next(summary.TargetSize)] = 1;
        }

        return new Dataset(features, summary.InputShape, targets, summary.TargetShape);
    }
}
