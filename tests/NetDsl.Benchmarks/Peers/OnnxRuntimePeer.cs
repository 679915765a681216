using System.Diagnostics;
using System.Globalization;

namespace NetDsl.Benchmarks.Peers;

/// <summary>ONNX Runtime on the CPU, inference only, with networks that PyTorch wrote.</summary>
/// <param name="packages">The folder in which its npm package is, or null.</param>
/// <param name="exporter">What writes the networks.</param>
/// <param name="models">Where to.</param>
internal sealed class OnnxRuntimePeer(string? packages, PyTorchPeer exporter, string models) : Peer(
    PeerNames.OnnxRuntime,
    "apt-get install nodejs npm; in a folder of its own npm install onnxruntime-node@1.30.0 --onnxruntime-node-install=skip; then " +
    $"{PeerSet.OnnxRuntimeOption} FOLDER or the environment variable {PeerSet.OnnxRuntimeVariable}; PyTorch and its package onnx write the networks")
{
    /// <inheritdoc/>
    public override PeerProcess Start(int threads, IReadOnlyList<string> workloads)
    {
        if (packages is null)
        {
            throw new MeasurementException("no folder with the npm package onnxruntime-node is given");
        }

        exporter.Export(models, workloads);

        ProcessStartInfo start = new(
            "node", [Script("onnx_runtime.mjs"), threads.ToString(CultureInfo.InvariantCulture), Path.GetFullPath(packages), models]);
        return PeerProcess.Start(start);
    }
}
