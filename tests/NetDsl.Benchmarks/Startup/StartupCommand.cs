using System.Globalization;
using NetDsl.Benchmarks.Measurement;

namespace NetDsl.Benchmarks.Startup;

/// <summary>Measures how long a new network takes to its first training step, in processes that have compiled nothing of it.</summary>
internal sealed class StartupCommand : ICommand
{
    private const string Threads = "--threads";
    private const string Seconds = "--seconds";
    private const string Runs = "--runs";
    private const string Once = "--once";

    /// <inheritdoc/>
    public string Name => "startup";

    /// <inheritdoc/>
    public string Usage =>
        $"""
        startup [WORKLOAD ...] [--threads N] [--seconds S] [--runs R] [{Once}]
            measures the time from new to the end of the first training step, run-time compilation included, in fresh processes
            and how much of the first S seconds, 2 unless told, was lost to code not yet at its best
            R: the processes, over which medians are taken, 5 unless told; {Once}: one workload, in this process, as JSON
        """;

    /// <inheritdoc/>
    public IReadOnlyList<string> Options => [Threads, Seconds, Runs];

    /// <inheritdoc/>
    public IReadOnlyList<string> Switches => [Once];

    /// <inheritdoc/>
    public Action Read(CommandLine line)
    {
        int threads = line.Number(Threads, 1, 1, 1024);
        double seconds = line.Number(Seconds, 2, 0.0, 3600);
        int runs = line.Number(Runs, 5, 1, 1000);
        if (line.Has(Once))
        {
            string workload = line.OneWorkload();
            return () => Console.WriteLine(FirstSteps.Measure(workload, threads, seconds).ToJson());
        }

        IReadOnlyList<string> workloads = line.SeveralWorkloads(Workloads.Names);
        return () => Run(workloads, threads, seconds, runs);
    }

    private static void Run(IReadOnlyList<string> workloads, int threads, double seconds, int runs)
    {
        Console.WriteLine("workload        new  first step       total   of it compiling   methods   bytes of IL   lost later");
        foreach (string workload in workloads)
        {
            string[] arguments =
            [
                "startup", workload, Once, Threads, threads.ToString(CultureInfo.InvariantCulture), Seconds, seconds.ToString("R", CultureInfo.InvariantCulture),
            ];
            StartupResult[] results = [.. Enumerable.Range(0, runs).Select(_ => StartupResult.Parse(OwnProcess.LastLine(arguments)))];
            string Time(Func<StartupResult, double> part) => Amount.Time(Median.Of(results.Select(part)));
            string Count(Func<StartupResult, double> part) => Median.Of(results.Select(part)).ToString("N0", CultureInfo.InvariantCulture);
            Console.WriteLine(
                $"{workload,-11}{Time(r => r.Construction),8}{Time(r => r.FirstStep),12}{Time(r => r.Total),12}{Time(r => r.Compilation),18}" +
                $"{Count(r => r.CompiledMethods),10}{Count(r => r.CompiledBytes),14}{Time(r => Math.Max(0, r.Lost - r.FirstStep)),13}");
        }
    }
}
