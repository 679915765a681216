using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>What reads model files. An error in one of them does not keep the others from being read.</summary>
public abstract class ModelFileCommand : NetCommand
{
    /// <summary>The parameter set with -Path.</summary>
    protected const string PathSet = "Path";

    /// <summary>The parameter set with -LiteralPath.</summary>
    protected const string LiteralPathSet = "LiteralPath";

    /// <summary>The model files, from Export-NetModel; wildcards are allowed. Each file gives one object.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>The model files, each exactly as written.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <inheritdoc/>
    protected override bool ErrorsAreTerminating => false;

    /// <inheritdoc/>
    protected override void Process()
    {
        bool isLiteral = this.ParameterSetName == LiteralPathSet;
        foreach (string path in isLiteral ? this.LiteralPath : this.Path)
        {
            this.Guard(() => this.ReadAll(isLiteral ? [this.Files.Literal(path)] : this.Files.Matching(path)), path);
        }
    }

    /// <summary>Reads one file.</summary>
    /// <param name="file">The file.</param>
    protected abstract void Read(string file);

    private void ReadAll(IReadOnlyList<string> files)
    {
        foreach (string file in files)
        {
            this.Guard(() => this.Read(file), file);
        }
    }
}
