using NetDsl.Evaluation;

namespace NetDsl.Tests.Evaluation;

/// <summary>What stands behind every measurement of speed.</summary>
public sealed class RatesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void The_best_and_the_median_of_the_tenths_are_rates_of_units_in_a_second()
    {
        double calls = Rates.Median(() => Thread.SpinWait(100), 1, 0.02, Token);
        double units = Rates.Best(() => Thread.SpinWait(100), 1000, 0.02, Token);
        Assert.InRange(units / calls, 100, 10_000);
    }

    [Fact]
    public void A_measurement_of_an_hour_ends_when_it_is_cancelled()
    {
        using CancellationTokenSource cancellation = new();
        int calls = 0;
        Assert.Throws<OperationCanceledException>(() => Rates.Median(CancelAtThousand, 1, 3600, cancellation.Token));

        void CancelAtThousand()
        {
            if (++calls == 1000)
            {
                cancellation.Cancel();
            }
        }
    }

    [Fact]
    public void Latencies_are_timed_alone_where_they_are_long_and_together_where_they_are_short()
    {
        LatencyQuantiles longer = Latencies.Measure(() => Thread.SpinWait(10_000), 0.02, Token);
        LatencyQuantiles shorter = Latencies.Measure(() => { }, 0.02, Token);

        Assert.Equal(1, longer.CallsPerReading);
        Assert.True(shorter.CallsPerReading > 1);
        Assert.True(0 < shorter.P50Microseconds && shorter.P50Microseconds < longer.P50Microseconds);
        Assert.True(longer.P50Microseconds <= longer.P90Microseconds && longer.P90Microseconds <= longer.P99Microseconds);
    }

    [Fact]
    public void A_call_longer_than_the_measurement_is_timed_once()
    {
        LatencyQuantiles latency = Latencies.Measure(() => Thread.Sleep(2), 0.001, Token);
        Assert.InRange(latency.P50Microseconds, 1000, double.MaxValue);
        Assert.Equal(latency.P50Microseconds, latency.P99Microseconds);
    }
}
