namespace NetDsl.Benchmarks.Peers;

/// <summary>PyTorch on the CPU.</summary>
/// <param name="interpreter">The Python interpreter, or null for the first that has PyTorch.</param>
/// <param name="passive">
/// Whether threads that wait sleep at once. With two threads on two cores the spinning of OpenMP's threads takes the time of OpenBLAS's:
/// higgs was trained at 9 k to 15 k samples a second so, at 50 k passively, but detector at 990 and 420. Both are measured.
/// </param>
internal sealed class PyTorchPeer(string? interpreter, bool passive = false) : PythonPeer(
    PeerNames.PyTorch, "apt-get install python3-torch python3-onnx libopenblas0-pthread, or pip install torch onnx", ScriptName, interpreter)
{
    private const string ScriptName = "pytorch.py";

    /// <inheritdoc/>
    protected override KeyValuePair<string, string>? Variable => passive ? new("OMP_WAIT_POLICY", "passive") : null;

    /// <summary>Writes the networks of workloads as ONNX.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="workloads">Their names, which the files get as well.</param>
    /// <exception cref="MeasurementException">PyTorch is not here, or it has no package onnx.</exception>
    public void Export(string folder, IEnumerable<string> workloads) =>
        this.WithInterpreter(python => Run(this.StartInfo(python, threads: 1, [Script(ScriptName), "--export", folder, .. workloads])));
}
