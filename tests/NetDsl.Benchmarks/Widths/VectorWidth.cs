using NetDsl.Benchmarks.Peers;

namespace NetDsl.Benchmarks.Widths;

/// <summary>A width of vectors, and how to get a process that has no wider ones.</summary>
/// <param name="Bits">The bits of a vector.</param>
/// <param name="Switch">The variable of the environment that, set to 0, switches the wider ones off; null for the widest.</param>
internal sealed record VectorWidth(int Bits, string? Switch)
{
    /// <summary>How a process names its width when it is ready.</summary>
    /// <param name="bits">The bits of a vector.</param>
    public static string Describe(int bits) => FormattableString.Invariant($"({bits}-bit vectors)");

    /// <summary>Starts this project on such vectors.</summary>
    /// <param name="threads">The threads that share a batch.</param>
    /// <returns>The process, or null where this machine has no such vectors.</returns>
    public PeerProcess? Start(int threads)
    {
        PeerProcess process = new NetDslPeer(this.Switch).Start(threads, []);
        if (process.Version.EndsWith(Describe(this.Bits), StringComparison.Ordinal))
        {
            return process;
        }

        process.Dispose();
        return null;
    }
}
