using System.Globalization;
using NetDsl.Benchmarks.Measurement;
using NetDsl.Benchmarks.Peers;

namespace NetDsl.Benchmarks.Scaling;

/// <summary>Draws how the time of a sample grows with the width of a network and with the batch, beside the peers'.</summary>
internal sealed class ScalingCommand : ICommand
{
    private const string Seconds = "--seconds";
    private const string Rounds = "--rounds";
    private const string Output = "--output";

    /// <inheritdoc/>
    public string Name => "scaling";

    /// <inheritdoc/>
    public string Usage =>
        $"""
        scaling [--output FILE.svg] [--seconds S] [--rounds R]
            prints, and draws to FILE, the time of a sample against width (8 to 4096) and batch (1 to 4096), one thread, the peers in turns
            the networks have 32 inputs, two layers of the width and one output
            S: the seconds of a turn, 0.2 unless told; R: the rounds, over which medians are taken, 3 unless told
            {PeerSet.OptionsUsage.ReplaceLineEndings("\n    ")}
        """;

    /// <inheritdoc/>
    public IReadOnlyList<string> Options => [Output, Seconds, Rounds, .. PeerSet.Options];

    /// <inheritdoc/>
    public Action Read(CommandLine line)
    {
        if (line.Positions.Count > 0)
        {
            throw new UsageException($"{line.Positions[0]} is one argument too many.");
        }

        double seconds = line.Number(Seconds, 0.2, 0.001, 3600);
        int rounds = line.Number(Rounds, 3, 1, 1000);
        return () =>
        {
            using PeerSet peers = PeerSet.Of(line);
            Run(new ScalingRun(peers, rounds, seconds), line.Text(Output));
        };
    }

    private static void Run(ScalingRun run, string? output)
    {
        IReadOnlyList<ScalingPoint> points = run.Measure([Sweep.OfWidths, Sweep.OfBatches], out IReadOnlyList<string> versions);
        IReadOnlyList<Panel> panels = Panel.Of(points);
        string date = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string heading = $"Time of a sample, one thread; {ProcessorName.Read()}; {date}; {string.Join(", ", versions)}";
        Console.WriteLine(heading);
        foreach (Panel panel in panels)
        {
            Console.WriteLine();
            Console.WriteLine(panel.ToTable());
        }

        if (output is not null)
        {
            File.WriteAllText(output, SvgFigure.Draw(heading, panels));
        }
    }
}
