using System.Management.Automation;

namespace NetDsl.PowerShell;

/// <summary>Lists what is in files of data: arrays, tables and columns.</summary>
/// <remarks>
/// <para>
/// Of HDF5 files come all groups and datasets with their shapes, types, chunks and filters, and the columns of tables; of NPZ and NPY files the
/// arrays; of FITS files the tables with their columns, and the images; of tables of text the columns with what they hold. The names are those
/// that Import-NetData takes for -Feature, -Target, -Label and -Table.
/// </para>
/// </remarks>
/// <example>
/// <para>The columns of a table, and where values are missing</para>
/// <code>
/// Set-Content measured.csv 'x,y,kind', '1,2,red', '3,,blue'
/// Get-NetDataFile measured.csv
/// </code>
/// </example>
/// <example>
/// <para>The arrays of a file</para>
/// <code>
/// New-NetData ShowerTrack -Count 20 | Export-NetData shower.npz
/// Get-NetDataFile shower.npz | Where-Object Kind -eq Array | Select-Object Name, Shape, Type
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Get, "NetDataFile", DefaultParameterSetName = PathSet)]
[OutputType(typeof(NetDataItem))]
public sealed class GetNetDataFileCommand : NetCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    /// <summary>The files; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The files, each exactly as written.</summary>
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
            this.Guard(() => this.ListAll(isLiteral ? [this.Files.Literal(path)] : this.Files.Matching(path)), path);
        }
    }

    private void ListAll(IReadOnlyList<string> files)
    {
        foreach (string file in files)
        {
            this.Guard(
                () =>
                {
                    FileArguments.RefuseFolder(file);
                    this.WriteObject(DataFileContent.Of(file), enumerateCollection: true);
                },
                file);
        }
    }
}
