namespace NetDsl.Benchmarks.Peers;

/// <summary>scikit-learn, which trains tables faster than PyTorch.</summary>
/// <param name="interpreter">The Python interpreter, or null for the first that has scikit-learn.</param>
internal sealed class ScikitLearnPeer(string? interpreter) : PythonPeer(
    PeerNames.ScikitLearn, "apt-get install python3-sklearn, or pip install scikit-learn", "scikit_learn.py", interpreter);
