namespace NetDsl.Interchange;

/// <summary>A model file that cannot be used: it is broken, or it holds something else than was asked for.</summary>
public sealed class ModelFormatException : Exception
{
    internal ModelFormatException(string path, string problem, Exception? inner = null)
        : base($"{path}: {problem}", inner) => this.Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }
}
