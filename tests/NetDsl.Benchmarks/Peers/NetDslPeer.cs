using System.Diagnostics;

namespace NetDsl.Benchmarks.Peers;

/// <summary>
/// This project, in a process like those of its peers: what the comparison itself does, and what another workload has taught the run-time
/// compiler, then touch none more than the other.
/// </summary>
/// <param name="switchedOff">A variable of the environment to set to 0, or null.</param>
internal sealed class NetDslPeer(string? switchedOff = null) : Peer(PeerNames.NetDsl, "")
{
    /// <inheritdoc/>
    public override PeerProcess Start(int threads, IReadOnlyList<string> workloads)
    {
        ProcessStartInfo start = OwnProcess.StartInfo([ServeCommand.CommandName, FormattableString.Invariant($"{threads}")]);
        if (switchedOff is not null)
        {
            start.Environment[switchedOff] = "0";
        }

        return PeerProcess.Start(start);
    }
}
