namespace NetDsl.Benchmarks.Peers;

/// <summary>FANN, a C library that is fast where a network is tiny.</summary>
/// <param name="folder">Where the program is put.</param>
internal sealed class FannPeer(string folder) : Peer(PeerNames.Fann, "apt-get install gcc libfann-dev")
{
    /// <inheritdoc/>
    public override PeerProcess Start(int threads, IReadOnlyList<string> workloads)
    {
        string program = Path.Combine(folder, "fann");
        if (!File.Exists(program))
        {
            Run(new("cc", ["-O3", "-march=native", $"-DFANN_VERSION=\"{Version()}\"", Script("fann.c"), "-o", program, "-lfloatfann", "-lm"]));
        }

        return PeerProcess.Start(new(program));
    }

    // The library itself does not tell.
    private static string Version()
    {
        try
        {
            return Run(new("pkg-config", ["--modversion", "fann"]));
        }
        catch (MeasurementException)
        {
            return "2";
        }
    }
}
