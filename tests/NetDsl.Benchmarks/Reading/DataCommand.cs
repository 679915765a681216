using System.Diagnostics;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using NetDsl.Benchmarks.Measurement;
using NetDsl.Data;
using NetDsl.Kernels;

namespace NetDsl.Benchmarks.Reading;

/// <summary>Measures how fast data are read from files.</summary>
internal sealed class DataCommand : ICommand
{
    private const string Megabytes = "--megabytes";
    private const int Columns = 20;
    private const int Rounds = 5;

    /// <inheritdoc/>
    public string Name => "data";

    /// <inheritdoc/>
    public string Usage =>
        $"""
        data [{Megabytes} N]
            how many MB a second of a CSV file of N MB (100) one thread reads: whole, as a stream, and by CsvHelper, for floats, doubles and
            whole numbers in {Columns} columns; by time, and by processor time, which other programs do not lengthen
        """;

    /// <inheritdoc/>
    public IReadOnlyList<string> Options => [Megabytes];

    /// <inheritdoc/>
    public Action Read(CommandLine line)
    {
        int megabytes = line.Number(Megabytes, 100, 1, 100_000);
        return () => Run(megabytes);
    }

    private static void Run(int megabytes)
    {
        (string Name, Func<float, string> Text)[] kinds =
        [
            ("floats", value => value.ToString(CultureInfo.InvariantCulture)),
            ("doubles", value => (value / 3.0).ToString(CultureInfo.InvariantCulture)),
            ("whole numbers", value => ((int)value).ToString(CultureInfo.InvariantCulture)),
        ];
        string path = Path.Combine(Path.GetTempPath(), $"netdsl-{Guid.NewGuid():N}.csv");
        try
        {
            foreach ((string name, Func<float, string> text) in kinds)
            {
                Write(path, megabytes * 1_000_000L, text);
                Measure(name, "CsvFile.Read", path, () => CsvFile.Read(path).Count);
                Measure(name, "CsvFile.Open, first pass", path, () =>
                {
                    using RowSource rows = CsvFile.Open(path);
                    return rows.Count;
                });
                using (RowSource opened = CsvFile.Open(path))
                {
                    Measure(name, "a stream of its rows", path, () => opened.Batches(opened.BlockRows).Sum(batch => (long)batch.Count));
                }

                Measure(name, "CsvHelper, float.Parse", path, () => ReadByCsvHelper(path));
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void Write(string path, long size, Func<float, string> text)
    {
        RandomStream random = new(1, 0);
        using StreamWriter writer = new(path, append: false, new UTF8Encoding(false));
        writer.Write(string.Join(',', Enumerable.Range(0, Columns).Select(column => FormattableString.Invariant($"c{column}"))) + '\n');
        for (long written = 0; written < size;)
        {
            for (int column = 0; column < Columns; column++)
            {
                string cell = text((float)random.NextNormal() * MathF.Pow(10, column % 6));
                writer.Write(cell);
                writer.Write(column == Columns - 1 ? '\n' : ',');
                written += cell.Length + 1;
            }
        }
    }

    private static void Measure(string kind, string reader, string path, Func<long> read)
    {
        double megabytes = new FileInfo(path).Length / 1e6;
        List<double> times = [];
        List<double> processorTimes = [];
        read();
        for (int round = 0; round < Rounds; round++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            Stopwatch watch = Stopwatch.StartNew();
            read();
            times.Add(megabytes / watch.Elapsed.TotalSeconds);
            processorTimes.Add(megabytes / (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kind,-14} {reader,-26} {Median.Of(times),6:N0} MB/s, {Median.Of(processorTimes),6:N0} MB a second of processor time"));
    }

    private static long ReadByCsvHelper(string path)
    {
        CsvConfiguration configuration = new(CultureInfo.InvariantCulture) { HasHeaderRecord = false, TrimOptions = TrimOptions.Trim };
        using StreamReader text = new(path);
        using CsvParser parser = new(text, configuration);
        List<float> values = [];
        parser.Read();
        while (parser.Read())
        {
            for (int column = 0; column < Columns; column++)
            {
                values.Add(float.Parse(parser[column], CultureInfo.InvariantCulture));
            }
        }

        return values.Count / Columns;
    }
}
