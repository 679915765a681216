using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>Reads data from CSV tables or from IDX images.</summary>
/// <remarks>
/// <para>
/// A table has a header and one row a line; columns of numbers are features, and those named by -Label or -Target are to be learnt.
/// Text columns that are not named are left out. A NaN, an infinite number, a ragged row or a label out of range is an error that names
/// file, line and column. Each file gives one data set.
/// </para>
/// <para>
/// With -LabelPath the files are images in the IDX format of MNIST. Files may be packed with gzip, whatever they are called.
/// </para>
/// </remarks>
/// <example>
/// <para>A table with a column of classes</para>
/// <code>
/// 1..100 | ForEach-Object { [pscustomobject]@{ number = $_; last = $_ % 10; kind = ('even', 'odd')[$_ % 2] } } | Export-Csv kinds.csv
/// $data = Import-NetData kinds.csv -Label kind
/// </code>
/// </example>
/// <example>
/// <para>A table to learn one number from two others</para>
/// <code>
/// 1..100 | ForEach-Object { [pscustomobject]@{ x = $_; y = 2 * $_; z = 3 * $_ } } | Export-Csv numbers.csv
/// $data = Import-NetData numbers.csv -Target z -Feature x, y
/// </code>
/// </example>
/// <example>
/// <para>The images of MNIST</para>
/// <code>
/// $data = Import-NetData train-images-idx3-ubyte.gz -LabelPath train-labels-idx1-ubyte.gz
/// </code>
/// </example>
[Cmdlet(VerbsData.Import, "NetData", DefaultParameterSetName = TableSet)]
[OutputType(typeof(Dataset))]
public sealed class ImportNetDataCommand : NetCommand
{
    private const string TableSet = "Table";
    private const string TableLiteralSet = "TableLiteralPath";
    private const string ImagesSet = "Images";
    private const string ImagesLiteralSet = "ImagesLiteralPath";

    /// <summary>The files; wildcards are allowed. Each file gives one data set.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = TableSet)]
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ImagesSet)]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The files, each exactly as written.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = TableLiteralSet)]
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = ImagesLiteralSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The column of classes. Whole numbers are ordered by value, other classes by their characters.</summary>
    [Parameter(ParameterSetName = TableSet)]
    [Parameter(ParameterSetName = TableLiteralSet)]
    public string? Label { get; set; }

    /// <summary>
    /// How a class becomes targets: OneHot, one target for each class, for a softmax; Binary, one target of 0 or 1, for a sigmoid.
    /// </summary>
    [Parameter(ParameterSetName = TableSet)]
    [Parameter(ParameterSetName = TableLiteralSet)]
    [ValidateSet(nameof(Data.LabelEncoding.OneHot), nameof(Data.LabelEncoding.Binary))]
    public LabelEncoding LabelEncoding { get; set; } = LabelEncoding.OneHot;

    /// <summary>The classes in order, so that several files agree; a label that is none of them is an error.</summary>
    [Parameter(ParameterSetName = TableSet)]
    [Parameter(ParameterSetName = TableLiteralSet)]
    public string[]? Class { get; set; }

    /// <summary>The columns of values to be learnt.</summary>
    [Parameter(ParameterSetName = TableSet)]
    [Parameter(ParameterSetName = TableLiteralSet)]
    public string[] Target { get; set; } = [];

    /// <summary>The columns to learn from, in this order; all other columns of numbers where it is left out.</summary>
    [Parameter(ParameterSetName = TableSet)]
    [Parameter(ParameterSetName = TableLiteralSet)]
    public string[]? Feature { get; set; }

    /// <summary>What stands between two cells.</summary>
    [Parameter(ParameterSetName = TableSet)]
    [Parameter(ParameterSetName = TableLiteralSet)]
    public char Delimiter { get; set; } = ',';

    /// <summary>Says that the first line is a row; the columns are then called by their places, from 0.</summary>
    [Parameter(ParameterSetName = TableSet)]
    [Parameter(ParameterSetName = TableLiteralSet)]
    public SwitchParameter NoHeader { get; set; }

    /// <summary>The IDX file of the labels that belong to the images.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ImagesSet)]
    [Parameter(Mandatory = true, ParameterSetName = ImagesLiteralSet)]
    [ValidateNotNullOrEmpty]
    public string LabelPath { get; set; } = string.Empty;

    /// <summary>The number of classes; the largest label and one more where it is left out.</summary>
    [Parameter(ParameterSetName = ImagesSet)]
    [Parameter(ParameterSetName = ImagesLiteralSet)]
    [ValidateRange(2, int.MaxValue)]
    public int ClassCount { get; set; }

    /// <summary>Keeps the pixels as they are, from 0 to 255; otherwise they are divided by 255.</summary>
    [Parameter(ParameterSetName = ImagesSet)]
    [Parameter(ParameterSetName = ImagesLiteralSet)]
    public SwitchParameter Raw { get; set; }

    /// <inheritdoc/>
    protected override bool ErrorsAreTerminating => false;

    private bool IsLiteral => this.ParameterSetName is TableLiteralSet or ImagesLiteralSet;

    private bool IsTable => this.ParameterSetName is TableSet or TableLiteralSet;

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (string path in this.IsLiteral ? this.LiteralPath : this.Path)
        {
            this.Guard(() => this.ReadFiles(this.Resolve(path)), path);
        }
    }

    private void ReadFiles(IEnumerable<string> files)
    {
        foreach (string file in files)
        {
            this.ReadFile(file);
        }
    }

    private void ReadFile(string file) => this.Guard(
        () =>
        {
            this.WriteVerbose($"Reading {file}");
            this.WriteObject(this.IsTable ? this.ReadTable(file) : this.ReadImages(file));
        },
        file);

    private Dataset ReadTable(string file)
    {
        if (this.Label is not null && this.Target.Length > 0)
        {
            throw new CommandErrorException(
                "LabelAndTarget",
                ErrorCategory.InvalidArgument,
                this.Label,
                "Give -Label for a column of classes or -Target for columns of values, not both.");
        }

        return CsvFile.Read(file, new CsvOptions
        {
            Targets = this.Label is null ? this.Target : [this.Label],
            Labels = this.Label is null ? LabelEncoding.Value : this.LabelEncoding,
            Classes = this.Class,
            Features = this.Feature,
            Delimiter = this.Delimiter,
            HasHeader = !this.NoHeader,
        });
    }

    private Dataset ReadImages(string file) => IdxFile.ReadImages(
        file, this.Files.Literal(this.LabelPath), !this.Raw, this.ClassCount == 0 ? null : this.ClassCount);

    private IReadOnlyList<string> Resolve(string path) => this.IsLiteral ? [this.Files.Literal(path)] : this.Files.Matching(path);
}
