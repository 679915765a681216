using System.Globalization;
using NetDsl.Benchmarks.Measurement;
using NetDsl.Evaluation;

namespace NetDsl.Benchmarks.Widths;

/// <summary>Measures what part of the peak training keeps on narrower vectors, in processes whose environment switches the wider off.</summary>
internal sealed class WidthsCommand : ICommand
{
    private const string Threads = "--threads";
    private const string Seconds = "--seconds";
    private const string Rounds = "--rounds";

    private static readonly VectorWidth[] Widths = [new(512, null), new(256, "DOTNET_EnableAVX512"), new(128, "DOTNET_EnableAVX2")];

    /// <inheritdoc/>
    public string Name => "widths";

    /// <inheritdoc/>
    public string Usage =>
        """
        widths [WORKLOAD ...] [--threads N] [--seconds S] [--rounds R]
            the part of the peak that training uses on vectors of 512, 256 and 128 bits, each against the peak of that width
            S: the seconds of each measurement, 0.5 unless told; R: the rounds, over which medians are taken, 5 unless told
        """;

    /// <inheritdoc/>
    public IReadOnlyList<string> Options => [Threads, Seconds, Rounds];

    /// <inheritdoc/>
    public Action Read(CommandLine line)
    {
        IReadOnlyList<string> workloads = line.SeveralWorkloads(Workloads.Names);
        int threads = line.Number(Threads, 1, 1, 1024);
        double seconds = line.Number(Seconds, 0.5, 0.001, 3600);
        int rounds = line.Number(Rounds, 5, 1, 1000);
        return () => Run(workloads, threads, seconds, rounds);
    }

    private static void Run(IReadOnlyList<string> workloads, int threads, double seconds, int rounds)
    {
        Console.WriteLine("workload     512: GFLOP/s  of peak   256: GFLOP/s  of peak   128: GFLOP/s  of peak   256 over 512   128 over 512");
        foreach (string workload in workloads)
        {
            WidthMeasurement[] measurements = [.. Widths.Select(width => new WidthMeasurement(width.Start(threads)))];
            try
            {
                Console.WriteLine(Row(workload, measurements, seconds, rounds));
            }
            finally
            {
                Array.ForEach(measurements, measurement => measurement.Dispose());
            }
        }
    }

    private static string Row(string name, WidthMeasurement[] measurements, double seconds, int rounds)
    {
        Workload workload = Workloads.Create(name);
        for (int round = 0; round < rounds; round++)
        {
            Array.ForEach(measurements, measurement => measurement.Measure(name, workload.Batch, seconds));
        }

        long operations = OperationCount.Of(workload.Network).Training;
        double?[] fractions = [.. measurements.Select(measurement => measurement.Fraction(operations))];
        IEnumerable<string> columns = measurements.Select((measurement, i) => $"{Text(measurement.Peak / 1e9, "0.0"),15}{Text(fractions[i], "0.000"),9}");
        return $"{name,-11}{string.Concat(columns)}{Text(fractions[1] / fractions[0], "0.00"),15}{Text(fractions[2] / fractions[0], "0.00"),15}";
    }

    private static string Text(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";
}
