namespace NetDsl.Benchmarks.Peers;

/// <summary>The programs that are compared.</summary>
internal static class PeerNames
{
    /// <summary>This project.</summary>
    public const string NetDsl = "NetDsl";

    /// <summary>PyTorch on the CPU.</summary>
    public const string PyTorch = "PyTorch";

    /// <summary>scikit-learn.</summary>
    public const string ScikitLearn = "scikit-learn";

    /// <summary>The Fast Artificial Neural Network library.</summary>
    public const string Fann = "FANN";

    /// <summary>ONNX Runtime.</summary>
    public const string OnnxRuntime = "ONNX Runtime";
}
