using System.Globalization;
using NetDsl.Benchmarks.Measurement;
using NetDsl.Benchmarks.Peers;

namespace NetDsl.Benchmarks.Scaling;

/// <summary>Measures the time of a sample with one thread at each place of the sweeps, all programs in turns.</summary>
/// <param name="peers">The peers.</param>
/// <param name="rounds">How often each has its turn at a place.</param>
/// <param name="seconds">How long a turn takes.</param>
internal sealed class ScalingRun(PeerSet peers, int rounds, double seconds)
{
    private readonly (Peer Peer, Figure Figure)[] turns =
    [
        (peers.Own, Figure.Training), (peers.PyTorch, Figure.Training),
        (peers.Own, Figure.Prediction), (peers.PyTorch, Figure.Prediction), (peers.OnnxRuntime, Figure.Prediction),
    ];

    /// <summary>Measures.</summary>
    /// <param name="sweeps">What is changed.</param>
    /// <param name="versions">The programs that took part.</param>
    public IReadOnlyList<ScalingPoint> Measure(IReadOnlyList<Sweep> sweeps, out IReadOnlyList<string> versions)
    {
        Dictionary<ScalingPoint, List<double>> times = [];
        using PeerTeam team = new(peers, [.. sweeps.SelectMany(sweep => sweep.Places).Select(place => place.Workload).Distinct()]);
        for (int round = 0; round < rounds; round++)
        {
            foreach (Sweep sweep in sweeps)
            {
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sweep.Variable}: round {round + 1} of {rounds}"));
                this.MeasureRound(team, sweep, times);
            }
        }

        versions = [.. team.Versions];
        return [.. times.Select(time => time.Key with { Seconds = Median.Of(time.Value) })];
    }

    private void MeasureRound(PeerTeam team, Sweep sweep, Dictionary<ScalingPoint, List<double>> times)
    {
        foreach ((int value, string workload, int batch) in sweep.Places)
        {
            foreach ((Peer peer, Figure figure) in this.turns)
            {
                if (team.Measure(peer, threads: 1, new MeasurementRequest(figure, workload, batch, seconds)) is not { } rate)
                {
                    continue;
                }

                ScalingPoint point = new(sweep, figure, peer.Name, value, 0);
                if (!times.TryGetValue(point, out List<double>? rounds))
                {
                    times.Add(point, rounds = []);
                }

                rounds.Add(1 / rate);
            }
        }
    }
}
