using System.Management.Automation;
using NetDsl.Data;
using NetDsl.Interchange;

namespace NetDsl.PowerShell;

/// <summary>Reads data from tables, IDX images or NPY arrays.</summary>
/// <remarks>
/// <para>
/// A table has a header and one row a line; columns of numbers are features, and those named by -Label or -Target are to be learnt.
/// Text columns that are not named are left out, which -Verbose tells. A NaN, an infinite number, a ragged row or a label out of range is an
/// error that names file, line and column. Each file gives one data set.
/// </para>
/// <para>
/// A file that begins like one is read as images in the IDX format of MNIST, or as an array of NumPy (NPY) whose first extent counts the rows;
/// what is to be learnt stands in a file of its own, which -LabelPath or -TargetPath names. Tables and images may be packed with
/// gzip, whatever they are called.
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
/// 1..100 | ForEach-Object { [pscustomobject]@{ x1 = $_; x2 = 2 * $_; z = 3 * $_ } } | Export-Csv numbers.csv
/// $data = Import-NetData numbers.csv -Target z -Feature x*
/// </code>
/// </example>
/// <example>
/// <para>The images of MNIST</para>
/// <code>
/// $data = Import-NetData train-images-idx3-ubyte.gz -LabelPath train-labels-idx1-ubyte.gz
/// </code>
/// </example>
/// <example>
/// <para>Arrays, as numpy.save writes them</para>
/// <code>
/// New-NetData ShowerTrack -Count 50 | Export-NetData images.npy -TargetPath kinds.npy
/// $data = Import-NetData images.npy -TargetPath kinds.npy -Class shower, track
/// </code>
/// </example>
[Cmdlet(VerbsData.Import, "NetData", DefaultParameterSetName = PathSet)]
[OutputType(typeof(Dataset))]
public sealed class ImportNetDataCommand : TableCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    /// <summary>The files; wildcards are allowed. Each file gives one data set.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The files, each exactly as written.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>For tables: what stands between two cells. A comma where it is left out, in .tsv files a tab.</summary>
    [Parameter]
    public char Delimiter { get; set; } = ',';

    /// <summary>For tables: says that the first line is a row; the columns are then called by their places, from 0.</summary>
    [Parameter]
    public SwitchParameter NoHeader { get; set; }

    /// <summary>For images and arrays: the file of the same format with the number of each row's class, from 0.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? LabelPath { get; set; }

    /// <summary>For arrays: the NPY file of what is to be learnt, whose first extent counts the rows.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TargetPath { get; set; }

    /// <summary>For arrays: the NPY file with the weight of each row.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? WeightPath { get; set; }

    /// <summary>With -LabelPath: the number of classes; the largest label and one more where it is left out.</summary>
    [Parameter]
    [ValidateRange(2, int.MaxValue)]
    [WholeNumber]
    public int ClassCount { get; set; }

    /// <summary>For images: keeps the pixels as they are, from 0 to 255; otherwise they are divided by 255.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <inheritdoc/>
    protected override bool ErrorsAreTerminating => false;

    private bool IsLiteral => this.ParameterSetName == LiteralPathSet;

    private int? GivenClassCount => this.IsGiven(nameof(this.ClassCount)) ? this.ClassCount : null;

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
            FileArguments.RefuseFolder(file);
            this.WriteVerbose($"Reading {file}");
            this.WriteObject(IdxFile.IsIdx(file) ? this.ReadImages(file) : NpyFile.IsNpy(file) ? this.ReadArrays(file) : this.ReadTable(file));
        },
        file);

    private Dataset ReadTable(string file)
    {
        this.RefuseGiven(
            file,
            $"{file} begins neither like IDX images nor like an NPY array, so that it is taken for a table",
            nameof(this.LabelPath),
            nameof(this.TargetPath),
            nameof(this.WeightPath),
            nameof(this.ClassCount),
            nameof(this.Raw));
        Dataset data = CsvFile.Read(
            file,
            this.WithColumns(new CsvOptions
            {
                Delimiter = this.IsGiven(nameof(this.Delimiter)) ? this.Delimiter : TableFormat.DelimiterOf(file),
                HasHeader = !this.NoHeader,
            }),
            out TableReport report);
        this.WriteVerbose(report.ToString());
        this.TellTextColumns(report.TextColumns);
        return data;
    }

    private Dataset ReadImages(string file)
    {
        string reason = $"{file} holds IDX images";
        this.RefuseTableParameters(file, reason);
        this.RefuseGiven(file, reason, nameof(this.TargetPath), nameof(this.WeightPath));
        if (this.LabelPath is null)
        {
            this.RefuseGiven(file, "the labels of the images are not given, which -LabelPath does", nameof(this.Class), nameof(this.ClassCount));
        }

        return IdxFile.ReadImages(
            file, this.LabelPath is null ? null : this.Files.Literal(this.LabelPath), !this.Raw, this.GivenClassCount, this.Class);
    }

    private Dataset ReadArrays(string file)
    {
        this.RefuseTableParameters(file, $"{file} holds an NPY array");
        this.RefuseGiven(file, $"{file} holds an NPY array, which is always taken as it is", nameof(this.Raw));
        string? weights = this.WeightPath is null ? null : this.Files.Literal(this.WeightPath);
        if (this.LabelPath is null)
        {
            this.RefuseGiven(file, "there are no class numbers, which -LabelPath gives", nameof(this.ClassCount));
            string? targets = this.TargetPath is null ? null : this.Files.Literal(this.TargetPath);
            return NpyDataset.Read(file, targets, weights, this.Class);
        }

        this.RefuseGiven(file, "the classes of -LabelPath are what is to be learnt", nameof(this.TargetPath));
        return NpyDataset.ReadLabelled(file, this.Files.Literal(this.LabelPath), weights, this.GivenClassCount, this.Class);
    }

    private void RefuseTableParameters(string file, string reason) => this.RefuseGiven(
        file,
        reason + ", which has no columns",
        [.. ColumnParameters, nameof(this.LabelEncoding), nameof(this.FeatureShape), nameof(this.Delimiter), nameof(this.NoHeader)]);

    private IReadOnlyList<string> Resolve(string path) => this.IsLiteral ? [this.Files.Literal(path)] : this.Files.Matching(path);
}
