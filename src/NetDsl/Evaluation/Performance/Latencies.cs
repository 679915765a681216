using System.Diagnostics;

namespace NetDsl.Evaluation;

/// <summary>Times calls one by one, less what reading the clock takes.</summary>
internal static class Latencies
{
    /// <summary>The readings that are kept: a percent of them is enough for the last quantile, and they take 2 MB.</summary>
    private const int Capacity = 1 << 18;

    /// <summary>The part of the time in which the length of a call is found, and its code and caches become warm.</summary>
    private const double WarmUpPart = 0.2;

    /// <summary>How many times longer than reading the clock, and than its unit, a reading must be, so that it is right to 5 percent.</summary>
    private const double LeastClocks = 20;

    private const int ClockReadings = 1001;
    private const double MicrosecondsPerSecond = 1e6;

    /// <summary>Measures the quantiles.</summary>
    /// <param name="call">What is timed.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="cancellation">Looked at between readings.</param>
    public static LatencyQuantiles Measure(Action call, double seconds, CancellationToken cancellation)
    {
        double callTicks = Stopwatch.Frequency / Rates.Best(call, 1, seconds * WarmUpPart, cancellation);
        long clock = ClockTicks();
        int calls = (int)Math.Max(1, Math.Ceiling(LeastClocks * Math.Max(1, clock) / callTicks));
        double[] ticks = Read(call, calls, clock, seconds, cancellation);
        Array.Sort(ticks);
        double Microseconds(int percent) =>
            Quantiles.Linear(ticks, percent, 100) * MicrosecondsPerSecond / Stopwatch.Frequency / calls;
        return new LatencyQuantiles(Microseconds(50), Microseconds(90), Microseconds(99), calls);
    }

    /// <returns>The ticks of readings; of many, every second, fourth ... of them.</returns>
    private static double[] Read(Action call, int calls, long clock, double seconds, CancellationToken cancellation)
    {
        double[] ticks = new double[Capacity];
        int kept = 0;
        long stride = 1;
        long begin = Stopwatch.GetTimestamp();
        for (long reading = 0; kept == 0 || Stopwatch.GetElapsedTime(begin).TotalSeconds < seconds; reading++)
        {
            cancellation.ThrowIfCancellationRequested();
            long start = Stopwatch.GetTimestamp();
            Rates.Repeat(call, calls);
            long elapsed = Stopwatch.GetTimestamp() - start;
            if (kept == Capacity)
            {
                kept = KeepEverySecond(ticks);
                stride *= 2;
            }

            if (reading % stride == 0)
            {
                ticks[kept++] = Math.Max(0, elapsed - clock);
            }
        }

        return ticks[..kept];
    }

    private static int KeepEverySecond(double[] ticks)
    {
        for (int i = 0; i < ticks.Length / 2; i++)
        {
            ticks[i] = ticks[2 * i];
        }

        return ticks.Length / 2;
    }

    /// <returns>The median of the ticks between two readings of the clock with nothing between them.</returns>
    private static long ClockTicks()
    {
        long[] ticks = new long[ClockReadings];
        for (int i = 0; i < ticks.Length; i++)
        {
            long start = Stopwatch.GetTimestamp();
            ticks[i] = Stopwatch.GetTimestamp() - start;
        }

        Array.Sort(ticks);
        return ticks[ticks.Length / 2];
    }
}
