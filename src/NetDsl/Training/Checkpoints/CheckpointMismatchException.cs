namespace NetDsl.Training;

/// <summary>A checkpoint that is whole but belongs to another training: other data, or other settings.</summary>
public sealed class CheckpointMismatchException : InvalidOperationException
{
    internal CheckpointMismatchException(string path, IReadOnlyList<string> differences)
        : base(
            $"{path}: the checkpoint belongs to another training. {string.Join("; ", differences)}. " +
            "Train with the same data and settings to go on from it, or begin anew: give another file, or do not restore.")
    {
        this.Path = path;
        this.Differences = differences;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What differs, each with the value here and the value in the file.</summary>
    public IReadOnlyList<string> Differences { get; }
}
