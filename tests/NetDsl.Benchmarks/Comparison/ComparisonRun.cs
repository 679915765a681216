using System.Globalization;
using NetDsl.Benchmarks.Measurement;
using NetDsl.Benchmarks.Peers;

namespace NetDsl.Benchmarks.Comparison;

/// <summary>
/// Lets this project and its peers take turns on one workload: what else the machine does in those minutes, and how warm it is, then
/// meets all alike.
/// </summary>
/// <param name="peers">The peers.</param>
/// <param name="rounds">How often each has its turn.</param>
/// <param name="seconds">How long a turn takes.</param>
internal sealed class ComparisonRun(PeerSet peers, int rounds, double seconds)
{
    /// <summary>A turn for each figure of a round. Those that are held against each other follow each other.</summary>
    private readonly (Peer Peer, Figure Figure, int Threads)[] turns =
    [
        (peers.Own, Figure.Training, 1), (peers.PyTorch, Figure.Training, 1), (peers.ScikitLearn, Figure.Training, 1),
        (peers.Fann, Figure.Training, 1), (peers.Own, Figure.Peak, 1),
        (peers.Own, Figure.Training, 2), (peers.PyTorch, Figure.Training, 2), (peers.PassivePyTorch, Figure.Training, 2),
        (peers.Own, Figure.Prediction, 1), (peers.OnnxRuntime, Figure.Prediction, 1),
        (peers.Own, Figure.Single, 1), (peers.OnnxRuntime, Figure.Single, 1), (peers.Fann, Figure.Single, 1),
    ];

    /// <summary>Compares.</summary>
    /// <param name="workload">The workload.</param>
    public WorkloadComparison Compare(string workload)
    {
        int batch = Workloads.Create(workload).Batch;
        List<double>[] rates = [.. this.turns.Select(_ => new List<double>())];
        using PeerTeam team = new(peers, [workload]);
        for (int round = 0; round < rounds; round++)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{workload}: round {round + 1} of {rounds}"));
            for (int i = 0; i < this.turns.Length; i++)
            {
                (Peer peer, Figure figure, int threads) = this.turns[i];
                if (team.Measure(peer, threads, new MeasurementRequest(figure, workload, batch, seconds)) is { } rate)
                {
                    rates[i].Add(rate);
                }
            }
        }

        return new WorkloadComparison(
            workload,
            DateOnly.FromDateTime(DateTime.UtcNow),
            ProcessorName.Read(),
            [.. team.Versions],
            [.. this.turns.Zip(rates).Where(turn => turn.Second.Count > 0).Select(turn => new MeasuredRate(
                turn.First.Peer.Name, turn.First.Figure, turn.First.Threads, Math.Round(Median.Of(turn.Second), 1)))]);
    }
}
