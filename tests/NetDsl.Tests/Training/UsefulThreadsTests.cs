using NetDsl.Training;

namespace NetDsl.Tests.Training;

/// <summary>How many threads a batch is shared among.</summary>
public class UsefulThreadsTests
{
    [Fact]
    public void A_batch_of_little_work_is_left_to_one_thread() => Assert.Equal(1, Of(flops: 1000).UsefulThreads(128, most: 2, training: true));

    [Fact]
    public void A_batch_of_much_work_takes_all_threads() => Assert.Equal(8, Of(flops: 1_000_000).UsefulThreads(128, most: 8, training: true));

    [Fact]
    public void Training_takes_more_threads_than_prediction()
    {
        NetworkSummary summary = Of(flops: 50_000);
        Assert.Equal(1, summary.UsefulThreads(128, most: 2, training: false));
        Assert.Equal(2, summary.UsefulThreads(128, most: 2, training: true));
    }

    private static NetworkSummary Of(long flops) => new(
        "Net",
        Precision.Single,
        [new InputSummary("input_0", [1])],
        [new OutputSummary("dense_0", Loss.MeanSquaredError, 1, Activation.Linear, [1], [1])],
        [new LayerSummary("dense_0", "Dense", [1], 2, flops)]);
}
