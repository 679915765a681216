using System.Globalization;
using NetDsl.Benchmarks.Measurement;
using NetDsl.Benchmarks.Widths;
using NetDsl.Evaluation;

namespace NetDsl.Benchmarks.Peers;

/// <summary>Answers requests as the peers do: what <see cref="NetDslPeer"/> starts.</summary>
internal sealed class ServeCommand : ICommand
{
    /// <summary>The first argument of a call.</summary>
    public const string CommandName = "serve";

    /// <summary>
    /// The first measurement of a figure is done twice: it took up to 0.9 s of training until the run-time compiler had replaced its first
    /// code by its best. How long a user waits for that is what startup measures.
    /// </summary>
    private const double SecondsToWarmUp = 1;

    /// <inheritdoc/>
    public string Name => CommandName;

    /// <inheritdoc/>
    public string Usage =>
        """
        serve THREADS
            what compare and scaling start: measures what lines on the standard input ask for, such as 'training tabular 64 0.5'
        """;

    /// <inheritdoc/>
    public Action Read(CommandLine line) =>
        line.Positions.Count == 1 && int.TryParse(line.Positions[0], CultureInfo.InvariantCulture, out int threads) && threads is >= 1 and <= 1024
            ? () => Run(threads)
            : throw new UsageException("serve takes the threads, from 1 to 1024.");

    private static void Run(int threads)
    {
        string version = typeof(Training.INetwork).Assembly.GetName().Version!.ToString(3);
        Console.WriteLine($"{PeerNames.NetDsl} {version} {VectorWidth.Describe(PeakThroughput.VectorBits)}");
        HashSet<Figure> warm = [];
        while (Console.ReadLine() is { } line)
        {
            MeasurementRequest request = MeasurementRequest.Parse(line);
            if (warm.Add(request.Figure))
            {
                _ = Rate(request with { Seconds = SecondsToWarmUp }, threads);
            }

            Console.WriteLine(Rate(request, threads).ToString("R", CultureInfo.InvariantCulture));
        }
    }

    private static double Rate(MeasurementRequest request, int threads)
    {
        if (request.Figure == Figure.Peak)
        {
            return PeakThroughput.OperationsPerSecond(threads, request.Seconds);
        }

        // A network for each request, as the peers make one: training for long on one batch ends in numbers too small to be fast.
        Workload workload = Workloads.Create(request.Workload) with { Batch = request.Batch };
        PerformanceMeasurement<float> measurement = workload.Measurement(threads);
        double rate = request.Figure switch
        {
            Figure.Training => measurement.TrainingRate(workload.Optimizer, request.Seconds),
            Figure.Prediction => measurement.PredictionRate(request.Seconds),
            _ => measurement.SingleRate(request.Seconds),
        };

        // Its buffers are large, and to free them is no part of the next measurement.
        GC.Collect();
        return rate;
    }
}
