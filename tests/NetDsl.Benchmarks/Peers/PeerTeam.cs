namespace NetDsl.Benchmarks.Peers;

/// <summary>The processes that take turns, each started once. A peer that is not here is reported once and left out.</summary>
/// <param name="peers">Remembers what is not here.</param>
/// <param name="workloads">What they will be asked for.</param>
internal sealed class PeerTeam(PeerSet peers, IReadOnlyList<string> workloads) : IDisposable
{
    private readonly Dictionary<(Peer Peer, int Threads), PeerProcess> processes = [];
    private readonly HashSet<(Peer Peer, Figure Figure, string Workload)> declined = [];

    /// <summary>The names and versions of those that were started.</summary>
    public IEnumerable<string> Versions => this.processes.Values.Select(process => process.Version).Distinct();

    /// <summary>Measures.</summary>
    /// <param name="peer">By what.</param>
    /// <param name="threads">With how many threads.</param>
    /// <param name="request">What.</param>
    /// <returns>The rate, or null where the peer is not here or does not do such a thing.</returns>
    public double? Measure(Peer peer, int threads, MeasurementRequest request)
    {
        (Peer Peer, Figure Figure, string Workload) task = (peer, request.Figure, request.Workload);
        if (peers.Missing.Contains(peer.Name) || this.declined.Contains(task) || this.Find(peer, threads) is not { } process)
        {
            return null;
        }

        double? rate = process.Measure(request);
        if (rate is null)
        {
            this.declined.Add(task);
        }

        return rate;
    }

    /// <summary>Ends all processes.</summary>
    public void Dispose()
    {
        foreach (PeerProcess process in this.processes.Values)
        {
            process.Dispose();
        }
    }

    private PeerProcess? Find(Peer peer, int threads)
    {
        if (this.processes.TryGetValue((peer, threads), out PeerProcess? process))
        {
            return process;
        }

        try
        {
            process = peer.Start(threads, workloads);
            this.processes.Add((peer, threads), process);
            return process;
        }
        catch (MeasurementException error) when (peer is not NetDslPeer)
        {
            Console.Error.WriteLine($"{peer.Name} is missing ({error.Message}). What brings it: {peer.Remedy}.");
            peers.Missing.Add(peer.Name);
            return null;
        }
    }
}
