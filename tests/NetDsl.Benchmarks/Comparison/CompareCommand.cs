using NetDsl.Benchmarks.Measurement;
using NetDsl.Benchmarks.Peers;

namespace NetDsl.Benchmarks.Comparison;

/// <summary>Holds this project against the peers that the machine has, and prints a table.</summary>
internal sealed class CompareCommand : ICommand
{
    private const string Seconds = "--seconds";
    private const string Rounds = "--rounds";
    private const string Results = "--results";
    private const string Markdown = "--markdown";

    /// <inheritdoc/>
    public string Name => "compare";

    /// <inheritdoc/>
    public string Usage =>
        $"""
        compare [WORKLOAD ...] [--seconds S] [--rounds R] [--results FILE.json] [--markdown]
            lets this project and the peers it finds take turns, on all workloads unless told, and prints a table of the ratios of speeds
            S: the seconds of a turn, 0.8 unless told; R: the rounds, over which medians are taken, 5 unless told
            FILE: keeps the figures; the table then shows the workloads that were measured earlier as well
            {PeerSet.OptionsUsage.ReplaceLineEndings("\n    ")}
        """;

    /// <inheritdoc/>
    public IReadOnlyList<string> Options => [Seconds, Rounds, Results, .. PeerSet.Options];

    /// <inheritdoc/>
    public IReadOnlyList<string> Switches => [Markdown];

    /// <inheritdoc/>
    public Action Read(CommandLine line)
    {
        IReadOnlyList<string> workloads = line.SeveralWorkloads(Workloads.Names);
        double seconds = line.Number(Seconds, 0.8, 0.001, 3600);
        int rounds = line.Number(Rounds, 5, 1, 1000);
        return () =>
        {
            using PeerSet peers = PeerSet.Of(line);
            Run(workloads, new ComparisonRun(peers, rounds, seconds), line.Text(Results), line.Has(Markdown));
        };
    }

    private static void Run(IReadOnlyList<string> workloads, ComparisonRun run, string? file, bool markdown)
    {
        Dictionary<string, WorkloadComparison> comparisons =
            (file is null ? [] : ComparisonFile.Read(file)).ToDictionary(comparison => comparison.Workload, StringComparer.Ordinal);
        foreach (string workload in workloads)
        {
            comparisons[workload] = run.Compare(workload);
            if (file is not null)
            {
                ComparisonFile.Write(file, InOrder(comparisons));
            }
        }

        Console.WriteLine(ComparisonTable.Format(InOrder(comparisons), markdown));
    }

    private static WorkloadComparison[] InOrder(Dictionary<string, WorkloadComparison> comparisons) =>
        [.. Workloads.Names.Where(comparisons.ContainsKey).Select(name => comparisons[name])];
}
