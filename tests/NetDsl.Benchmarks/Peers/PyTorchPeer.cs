namespace NetDsl.Benchmarks.Peers;

/// <summary>PyTorch on the CPU.</summary>
/// <param name="interpreter">The Python interpreter, or null for the first that has PyTorch.</param>
internal sealed class PyTorchPeer(string? interpreter) : PythonPeer(
    PeerNames.PyTorch, "apt-get install python3-torch python3-onnx libopenblas0-pthread, or pip install torch onnx", ScriptName, interpreter)
{
    private const string ScriptName = "pytorch.py";

    /// <summary>Writes the networks of workloads as ONNX.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="workloads">Their names, which the files get as well.</param>
    /// <exception cref="MeasurementException">PyTorch is not here, or it has no package onnx.</exception>
    public void Export(string folder, IEnumerable<string> workloads) =>
        this.WithInterpreter(python => Run(StartInfo(python, threads: 1, [Script(ScriptName), "--export", folder, .. workloads])));
}
