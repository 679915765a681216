using NetDsl.Benchmarks;
using NetDsl.Benchmarks.Comparison;
using NetDsl.Benchmarks.Measurement;
using NetDsl.Benchmarks.Peers;

namespace NetDsl.Tests.Benchmarks;

/// <summary>The table of ratios: who is held against whom, and what a reader sees.</summary>
public sealed class ComparisonTests
{
    private static readonly WorkloadComparison Truth = new(
        "truth",
        new DateOnly(2026, 1, 2),
        "a processor",
        ["NetDsl 1.0.0", "PyTorch 2"],
        [
            new MeasuredRate(PeerNames.NetDsl, Figure.Training, 1, 2e6),
            new MeasuredRate(PeerNames.NetDsl, Figure.Training, 2, 1.5e6),
            new MeasuredRate(PeerNames.PyTorch, Figure.Training, 1, 1e6),
            new MeasuredRate(PeerNames.PyTorch, Figure.Training, 2, 3e6),
            new MeasuredRate(PeerNames.NetDsl, Figure.Peak, 1, 288e6),
            new MeasuredRate(PeerNames.NetDsl, Figure.Single, 1, 5e6),
            new MeasuredRate(PeerNames.OnnxRuntime, Figure.Single, 1, 1e5),
        ]);

    [Fact]
    public void With_one_thread_the_peers_have_one_and_with_two_they_have_the_better_of_one_and_two()
    {
        Assert.Equal(1e6, Truth.BestPeer(Figure.Training, 1)!.PerSecond);
        Assert.Equal(3e6, Truth.BestPeer(Figure.Training, 2)!.PerSecond);
    }

    // 72 operations a sample.
    [Fact]
    public void The_fraction_of_the_peak_counts_multiplications_and_additions() =>
        Assert.Equal(2e6 * 72 / 288e6, Truth.TrainingFractionOfPeak()!.Value, 12);

    [Fact]
    public void A_row_has_ratios_and_figures_marks_what_is_lost_and_leaves_out_what_was_not_measured()
    {
        string table = ComparisonTable.Format([Truth], markdown: true);
        string[] row = Cells(table.Split('\n').Single(line => line.StartsWith("| truth", StringComparison.Ordinal)));
        string[] expected =
        [
            "truth", "**2.00** 2.00 M, PyTorch 1.00 M", "**0.500** (slower) 1.50 M, PyTorch 3.00 M", "-", "**50.0** 200 ns, 10.0 us", "-", "0.50",
            "**0.750** (slower)",
        ];
        Assert.Equal(expected, row);
        Assert.StartsWith("2026-01-02; a processor; NetDsl 1.0.0, PyTorch 2.", table);
    }

    [Fact]
    public void Kept_figures_are_read_as_they_were_written()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("results.json");
        Assert.Empty(ComparisonFile.Read(path));
        ComparisonFile.Write(path, [Truth]);
        WorkloadComparison read = Assert.Single(ComparisonFile.Read(path));
        Assert.Equal(Truth.Rates, read.Rates);
        Assert.Equal(ComparisonTable.Format([Truth], markdown: false), ComparisonTable.Format([read], markdown: false));
    }

    [Fact]
    public void A_file_that_compare_did_not_write_is_refused_by_name()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("results.json");
        File.WriteAllText(path, "{");
        MeasurementException error = Assert.Throws<MeasurementException>(() => ComparisonFile.Read(path));
        Assert.StartsWith($"{path} was not written by compare:", error.Message);
    }

    [Theory]
    [InlineData(999_600, "1.00 M")]
    [InlineData(61_540, "61.5 k")]
    [InlineData(851.2, "851")]
    [InlineData(0.5, "0.500")]
    public void Rates_have_three_digits(double rate, string text) => Assert.Equal(text, Amount.Rate(rate));

    [Theory]
    [InlineData(21e-9, "21.0 ns")]
    [InlineData(999.6e-9, "1.00 us")]
    [InlineData(533e-6, "533 us")]
    [InlineData(1.8e-3, "1.80 ms")]
    [InlineData(12.34, "12.3 s")]
    public void Times_have_three_digits(double seconds, string text) => Assert.Equal(text, Amount.Time(seconds));

    private static string[] Cells(string row) => [.. row.Trim('|').Split('|').Select(cell => cell.Trim())];
}
