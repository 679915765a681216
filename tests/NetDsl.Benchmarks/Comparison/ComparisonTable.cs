using System.Globalization;
using NetDsl.Benchmarks.Measurement;
using NetDsl.Benchmarks.Peers;

namespace NetDsl.Benchmarks.Comparison;

/// <summary>Comparisons as a table with what a reader must know of it.</summary>
internal static class ComparisonTable
{
    private const string Nothing = "-";

    private static readonly string[] Headers =
    [
        "workload", "training, 1 thread", "training, 2 threads", $"batch prediction / {PeerNames.OnnxRuntime}",
        $"one sample / {PeerNames.OnnxRuntime}", $"one sample / {PeerNames.Fann}", "of peak", "2 threads over 1",
    ];

    /// <summary>The table, aligned, which is Markdown as well.</summary>
    /// <param name="comparisons">At least one comparison.</param>
    /// <param name="markdown">Whether it is for a page, where bold type marks ratios.</param>
    public static string Format(IReadOnlyList<WorkloadComparison> comparisons, bool markdown)
    {
        List<string[]> rows = [Headers, .. comparisons.Select(comparison => Row(comparison, markdown))];
        int[] widths = [.. Headers.Select((_, column) => rows.Max(row => row[column].Length))];
        rows.Insert(1, [.. widths.Select(width => new string('-', width))]);
        IEnumerable<string> lines = rows.Select(row => $"| {string.Join(" | ", row.Zip(widths, (cell, width) => cell.PadRight(width)))} |");
        return $"{Heading(comparisons)}\n\n{string.Join('\n', lines)}\n\n{Notes}";
    }

    private static string Heading(IReadOnlyList<WorkloadComparison> comparisons)
    {
        IEnumerable<string> dates = comparisons.Select(comparison => comparison.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return $"{string.Join(", ", dates.Distinct().Order(StringComparer.Ordinal))}; " +
            $"{string.Join("; ", comparisons.Select(comparison => comparison.Processor).Distinct())}; " +
            $"{string.Join(", ", comparisons.SelectMany(comparison => comparison.Versions).Distinct().Order(StringComparer.Ordinal))}.";
    }

    private static string Notes { get; } =
        """
        First the ratio of speeds, NetDsl's over the fastest peer's, then NetDsl's figure and the peer's: samples a second or, for one sample, the
        time. With one thread the peers have one thread, with two they have one or two, whichever is faster (PyTorch's waiting threads spinning or
        asleep, whichever is faster). Predictions are made with one thread. Medians over rounds in which all take turns, once warm. "slower" marks
        what NetDsl loses. Of peak: the part of the processor's multiply-adds that training with one thread uses. ONNX Runtime is called from
        JavaScript, which takes some microseconds of its time for one sample.
        """;

    private static string[] Row(WorkloadComparison comparison, bool markdown)
    {
        string Training(int threads) => comparison.BestPeer(Figure.Training, threads) is { } peer
            ? Against(comparison.Own(Figure.Training, threads), peer, Amount.Rate, $"{peer.Peer} ")
            : Nothing;
        string Predictions(Figure figure, string peer, Func<double, string> amount) =>
            Against(comparison.Own(figure, 1), comparison.Of(peer, figure, 1), amount, "");
        string Against(MeasuredRate? own, MeasuredRate? peer, Func<double, string> amount, string name) => own is null || peer is null
            ? Nothing
            : $"{Ratio(own.PerSecond / peer.PerSecond)} {amount(own.PerSecond)}, {name}{amount(peer.PerSecond)}";
        string Ratio(double? ratio) =>
            ratio is not { } value ? Nothing :
            (markdown ? $"**{Amount.Digits(value)}**" : Amount.Digits(value)) + (value < 1 ? " (slower)" : "");
        string Time(double rate) => Amount.Time(1 / rate);

        return
        [
            comparison.Workload,
            Training(1),
            Training(2),
            Predictions(Figure.Prediction, PeerNames.OnnxRuntime, Amount.Rate),
            Predictions(Figure.Single, PeerNames.OnnxRuntime, Time),
            Predictions(Figure.Single, PeerNames.Fann, Time),
            comparison.TrainingFractionOfPeak()?.ToString("0.00", CultureInfo.InvariantCulture) ?? Nothing,
            Ratio(comparison.Own(Figure.Training, 2)?.PerSecond / comparison.Own(Figure.Training, 1)?.PerSecond),
        ];
    }
}
