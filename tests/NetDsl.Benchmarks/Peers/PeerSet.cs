namespace NetDsl.Benchmarks.Peers;

/// <summary>The peers, and the folder of what is made for them.</summary>
internal sealed class PeerSet : IDisposable
{
    /// <summary>Names the folder in which <c>npm install onnxruntime-node</c> was run.</summary>
    public const string OnnxRuntimeOption = "--onnxruntime";

    /// <summary>The same in the environment.</summary>
    public const string OnnxRuntimeVariable = "NETDSL_ONNXRUNTIME";

    /// <summary>Names the Python interpreter.</summary>
    public const string PythonOption = "--python";

    /// <summary>What the options are about, for help texts.</summary>
    public const string OptionsUsage =
        $"""
        {OnnxRuntimeOption} FOLDER (or {OnnxRuntimeVariable}): where npm install onnxruntime-node was run
        {PythonOption} FILE: the interpreter that has PyTorch and scikit-learn; python3 unless told
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("netdsl-peers-");

    /// <summary>Starts nothing yet: each peer says when it is started whether it is here.</summary>
    /// <param name="python">The Python interpreter, or null for the first that has the packages.</param>
    /// <param name="onnxRuntime">The folder with the npm package, or null.</param>
    public PeerSet(string? python, string? onnxRuntime)
    {
        this.PyTorch = new PyTorchPeer(python);
        this.PassivePyTorch = new PyTorchPeer(python, passive: true);
        this.ScikitLearn = new ScikitLearnPeer(python);
        this.Fann = new FannPeer(this.folder.FullName);
        this.OnnxRuntime = new OnnxRuntimePeer(onnxRuntime, this.PyTorch, this.folder.FullName);
    }

    /// <summary>The options that say where peers are.</summary>
    public static IReadOnlyList<string> Options { get; } = [OnnxRuntimeOption, PythonOption];

    /// <summary>This project.</summary>
    public NetDslPeer Own { get; } = new();

    /// <summary>PyTorch.</summary>
    public PyTorchPeer PyTorch { get; }

    /// <summary>PyTorch whose waiting threads sleep.</summary>
    public PyTorchPeer PassivePyTorch { get; }

    /// <summary>scikit-learn.</summary>
    public ScikitLearnPeer ScikitLearn { get; }

    /// <summary>FANN.</summary>
    public FannPeer Fann { get; }

    /// <summary>ONNX Runtime.</summary>
    public OnnxRuntimePeer OnnxRuntime { get; }

    /// <summary>The names of those that could not be started, and were reported.</summary>
    public HashSet<string> Missing { get; } = new(StringComparer.Ordinal);

    /// <summary>The peers that arguments and environment point to.</summary>
    /// <param name="line">The arguments.</param>
    public static PeerSet Of(CommandLine line) =>
        new(line.Text(PythonOption), line.Text(OnnxRuntimeOption) ?? Environment.GetEnvironmentVariable(OnnxRuntimeVariable));

    /// <summary>Removes what was made for the peers.</summary>
    public void Dispose() => this.folder.Delete(recursive: true);
}
