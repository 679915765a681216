namespace NetDsl.Benchmarks.Peers;

/// <summary>
/// This project, in a process like those of its peers: what the comparison itself does, and what another workload has taught the run-time
/// compiler, then touch none more than the other.
/// </summary>
internal sealed class NetDslPeer() : Peer(PeerNames.NetDsl, "")
{
    /// <inheritdoc/>
    public override PeerProcess Start(int threads, IReadOnlyList<string> workloads) =>
        PeerProcess.Start(OwnProcess.StartInfo([ServeCommand.CommandName, FormattableString.Invariant($"{threads}")]));
}
