using System.Diagnostics;

namespace NetDsl.Evaluation;

/// <summary>How often something can be done in a second.</summary>
internal static class Rates
{
    private const int Slices = 10;

    /// <summary>The first calls, which fill caches and compile code, are not counted.</summary>
    private const int LeastWarmUpCalls = 5;

    /// <summary>Of the time of the measurement; long enough for the run-time compiler to replace its first code by its best.</summary>
    private const double WarmUpPart = 0.2;

    /// <summary>The clock is read no more often than this: reading it takes some 25 ns, as long as the smallest network.</summary>
    private const double LeastSecondsBetweenReadings = 100e-6;

    /// <summary>The median over tenths of the time, which a moment in which the machine did something else does not move.</summary>
    /// <param name="call">What is done.</param>
    /// <param name="units">How much a call does: samples, or operations.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="cancellation">Looked at between two readings of the clock.</param>
    /// <returns>Units in a second.</returns>
    public static double Median(Action call, double units, double seconds, CancellationToken cancellation = default)
    {
        double[] rates = Measure(call, units, seconds, cancellation);
        Array.Sort(rates);
        return Quantiles.Linear(rates, 1, 2);
    }

    /// <summary>The best of the tenths: for a limit, which what else the machine does can only lower.</summary>
    /// <param name="call">What is done.</param>
    /// <param name="units">How much a call does.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="cancellation">Looked at between two readings of the clock.</param>
    /// <returns>Units in a second.</returns>
    public static double Best(Action call, double units, double seconds, CancellationToken cancellation = default) =>
        Measure(call, units, seconds, cancellation).Max();

    /// <summary>Does something several times.</summary>
    /// <param name="call">What is done.</param>
    /// <param name="times">How often.</param>
    public static void Repeat(Action call, int times)
    {
        for (int i = 0; i < times; i++)
        {
            call();
        }
    }

    /// <returns>The rates of the tenths.</returns>
    private static double[] Measure(Action call, double units, double seconds, CancellationToken cancellation)
    {
        int calls = WarmUp(call, seconds * WarmUpPart, cancellation);
        double[] rates = new double[Slices];
        for (int i = 0; i < Slices; i++)
        {
            long done = 0;
            long start = Stopwatch.GetTimestamp();
            TimeSpan elapsed;
            do
            {
                cancellation.ThrowIfCancellationRequested();
                Repeat(call, calls);
                done += calls;
                elapsed = Stopwatch.GetElapsedTime(start);
            }
            while (elapsed.TotalSeconds < seconds / Slices);

            rates[i] = done * units / elapsed.TotalSeconds;
        }

        return rates;
    }

    /// <returns>How many calls to make between two readings of the clock.</returns>
    private static int WarmUp(Action call, double seconds, CancellationToken cancellation)
    {
        Repeat(call, LeastWarmUpCalls);
        int calls = 1;
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
        {
            cancellation.ThrowIfCancellationRequested();
            long batch = Stopwatch.GetTimestamp();
            Repeat(call, calls);
            calls *= Stopwatch.GetElapsedTime(batch).TotalSeconds < LeastSecondsBetweenReadings ? 2 : 1;
        }

        return calls;
    }
}
