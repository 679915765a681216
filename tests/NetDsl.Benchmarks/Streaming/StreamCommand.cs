using System.Globalization;
using NetDsl.Benchmarks.Measurement;
using NetDsl.Data;
using NetDsl.Data.Hdf5;
using NetDsl.Data.Simulators;

namespace NetDsl.Benchmarks.Streaming;

/// <summary>Holds training with the events of a file larger than memory against training with events in memory.</summary>
internal sealed class StreamCommand : ICommand
{
    private const string Events = "--events";
    private const string Rows = "--rows";
    private const string Threads = "--threads";
    private const string Seconds = "--seconds";
    private const string Rounds = "--rounds";
    private const string Bits = "--bits";
    private const string Once = "--once";
    private const string Memory = "memory";
    private const string File = "file";

    // A block is a chunk of the file, a window one that fits into the memory that streams have.
    private static readonly ShuffleOrder OrderOfBits = new(28, 3500);

    /// <inheritdoc/>
    public string Name => "stream";

    /// <inheritdoc/>
    public string Usage =>
        $"""
        stream FILE [--events N] [--threads T] [--rows M] [--seconds S] [--rounds R] [{Bits}]
            trains {StreamedTraining.Network} with simulated air showers of an HDF5 file and from memory, in turns and in fresh processes: samples a second,
            and the largest resident set; a file that is not there is made with N events, 163000 unless told, which are 6 GB
            M: the rows that are held in memory for comparison, 40000 unless told; T: the threads that share a batch, 1 unless told; R: 3 unless told; S: the seconds of each training, 20 unless told
            {Bits}: trains one epoch of all rows both ways, and compares the bits of the parameters
        """;

    /// <inheritdoc/>
    public IReadOnlyList<string> Options => [Events, Rows, Threads, Seconds, Rounds, Once];

    /// <inheritdoc/>
    public IReadOnlyList<string> Switches => [Bits];

    /// <inheritdoc/>
    public Action Read(CommandLine line)
    {
        string path = line.Positions is [string only] ? only : throw new UsageException("stream needs one file.");
        int threads = line.Number(Threads, 1, 1, 1024);
        int rows = line.Number(Rows, 40_000, 1, int.MaxValue);
        double seconds = line.Number(Seconds, 20, 0.1, 3600);
        bool bits = line.Has(Bits);
        if (line.Text(Once) is { } where)
        {
            return () => Console.WriteLine(RunOnce(path, where, threads, bits ? null : rows, seconds).ToJson());
        }

        int events = line.Number(Events, 163_000, 1, int.MaxValue);
        int rounds = line.Number(Rounds, 3, 1, 1000);
        string[] arguments =
        [
            this.Name, path, Threads, Text(threads), Rows, Text(rows), Seconds, seconds.ToString("R", CultureInfo.InvariantCulture),
            .. bits ? (string[])[Bits] : [],
        ];
        return () => Run(path, events, bits ? 1 : rounds, arguments);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Run(string path, int events, int rounds, string[] arguments)
    {
        if (!System.IO.File.Exists(path))
        {
            Console.WriteLine($"{events} events are simulated and written to {path}");
            using RowSource simulated = AirShower.Stream(events, seed: 1);
            Hdf5Data.Write(path, simulated);
        }

        Console.WriteLine("trained from    samples/s   largest resident set   parameters");
        List<StreamResult> fromMemory = [];
        List<StreamResult> fromFile = [];
        for (int round = 0; round < rounds; round++)
        {
            fromMemory.Add(Measure(Memory, arguments));
            fromFile.Add(Measure(File, arguments));
        }

        double ratio = Median.Of(fromFile.Select(result => result.SamplesPerSecond)) / Median.Of(fromMemory.Select(result => result.SamplesPerSecond));
        Console.WriteLine($"{File} over {Memory}: {Amount.Digits(ratio)}");
    }

    private static StreamResult Measure(string where, string[] arguments)
    {
        StreamResult result = StreamResult.Parse(OwnProcess.LastLine([.. arguments, Once, where]));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{where,-12}{result.SamplesPerSecond,13:N0}{result.PeakResident / 1e6,20:N0} MB   {result.Parameters[..16]}"));
        return result;
    }

    private static StreamResult RunOnce(string path, string where, int threads, int? rows, double seconds)
    {
        using RowSource source = Hdf5Data.Open(path);
        RowSource events = where switch
        {
            Memory => RowSource.Of(rows is { } some ? source.Read(0, (int)Math.Min(some, source.Count)) : source.ReadAll()),
            File => source,
            _ => throw new UsageException($"{Once} is {Memory} or {File}."),
        };
        StreamedTraining training = new(events, threads);
        return rows is null ? (training with { Order = OrderOfBits }).Once() : training.For(seconds);
    }
}
