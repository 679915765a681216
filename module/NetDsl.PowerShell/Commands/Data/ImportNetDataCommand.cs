using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>Reads data from files: CSV, HDF5, FITS, NPY, NPZ and IDX.</summary>
/// <remarks>
/// <para>
/// What a file begins with says what it is, whatever it is called. In a table, columns of numbers are features, and those named by -Label or
/// -Target are to be learnt. Text columns that are not named are left out. A missing value, an infinite number, a ragged row or a label out of range is an
/// error that names file, line and column, unless -Missing or -OtherClass says otherwise. Each file gives one data set; -Verbose tells what was found in it,
/// and -ReportVariable keeps that.
/// </para>
/// <para>
/// Tables are CSV and TSV files, binary tables of FITS, records of NPY and NPZ files, and in HDF5 files datasets of rows with named fields and
/// DataFrames of pandas. In other HDF5 files, datasets of as many rows are the columns: -Feature, -Target, -Label and -Weight name them by their paths. A file
/// that Export-NetData wrote needs no names. In NPZ files they name arrays.
/// </para>
/// <para>
/// IDX images and NPY arrays have their targets in files of their own, which -LabelPath or -TargetPath names. Files packed with gzip are read
/// as well, but for HDF5, NPY and NPZ.
/// </para>
/// <para>
/// With -Stream rows stay in the files until they are needed, so that there may be more than memory holds. Invoke-NetTraining,
/// Measure-NetModel, Invoke-NetPrediction, Split-NetData, Measure-NetData and Export-NetData take streams as they take data.
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
/// <example>
/// <para>Files larger than memory as one stream</para>
/// <code>
/// 1..2 | ForEach-Object { New-NetData Sine -Count 500 -Seed $_ | Export-NetData "sine$_.npz" }
/// $stream = Import-NetData sine?.npz -Stream
/// $model = New-NetModel Sine -InputShape 1 -Loss MeanSquaredError { Dense 8 -Activation Tanh; Dense 1 }
/// $run = Invoke-NetTraining $model $stream -StreamMemory 64MB
/// $stream.Dispose()
/// </code>
/// </example>
/// <example>
/// <para>Labels that stand for two classes, and rows with others or with missing values left out</para>
/// <code>
/// Set-Content catalogue.csv 'flux,index,class', '1.5,2.1,bll', '0.3,,psr', '2.5,1.9,PSR', '0.9,2.4,unknown', '3.1,2.2,fsrq'
/// $classes = [ordered]@{ blazar = 'bll', 'fsrq'; pulsar = 'psr', 'PSR' }
/// $data = Import-NetData catalogue.csv -Label class -Class $classes -OtherClass Drop -Missing Drop -ReportVariable report
/// $report.DroppedRows
/// </code>
/// </example>
[Cmdlet(VerbsData.Import, "NetData", DefaultParameterSetName = PathSet)]
[OutputType(typeof(Dataset), typeof(RowSource))]
public sealed class ImportNetDataCommand : TableCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    // The files of one stream, which come one by one from the pipeline.
    private readonly List<string> streamed = [];
    private int found;
    private int read;
    private DataFormat? format;

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

    /// <summary>
    /// The table of a file that has several: in HDF5 its path (/events), also that of a group whose datasets are the columns; in FITS its name or
    /// place from 0; in NPZ the name of an array of records. Get-NetDataFile lists them.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(TableCompleter))]
    public string? Table { get; set; }

    /// <summary>
    /// For NPZ: the most bytes that packed arrays may unpack to, 4GB for example. Four times the size of the file and 64MB where it is left
    /// out, for a few bytes can stand for gigabytes of zeros.
    /// </summary>
    [Parameter]
    [ValidateRange(1L, long.MaxValue)]
    public long MaximumUnpackedSize { get; set; }

    /// <summary>
    /// Gives the files as one stream, whose rows are read when they are needed, in place of data in memory. It keeps the files open until its
    /// method Dispose is called, or the session ends. Files that are packed as a whole cannot be read so.
    /// </summary>
    [Parameter]
    public SwitchParameter Stream { get; set; }

    /// <summary>Gives data sets of so many rows each, one after the other, of which only one at a time is in memory.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int BatchSize { get; set; }

    /// <inheritdoc/>
    protected override bool ErrorsAreTerminating => false;

    private bool IsLiteral => this.ParameterSetName == LiteralPathSet;

    /// <inheritdoc/>
    protected override void Process()
    {
        foreach (string path in this.IsLiteral ? this.LiteralPath : this.Path)
        {
            this.found++;
            this.Guard(() => this.ReadFiles(this.Resolve(path)), path);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // A stream of some of the files would only seem to be what was asked for.
        if (this.read == this.found && this.streamed.Count > 0)
        {
            this.Guard(this.OpenTogether, this.streamed[0]);
        }
    }

    private void ReadFiles(IEnumerable<string> files)
    {
        this.read++;
        foreach (string file in files)
        {
            this.found++;
            this.Guard(() => this.ReadFile(file), file);
        }
    }

    private void ReadFile(string file)
    {
        FileArguments.RefuseFolder(file);
        DataFormat format = DataFormat.Of(file);
        this.RefuseGiven(file, $"{file} {format.Reason}", [.. DataFormat.AllParameters.Except(format.Parameters)]);
        this.CheckLabels(file, format);
        if (this.Stream)
        {
            this.RefuseGiven(file, "-Stream gives the rows in no batches; its method Batches does", nameof(this.BatchSize));
            this.RefuseOtherFormat(file, format);
            this.read++;
            return;
        }

        this.WriteVerbose($"Reading {file}");
        DataRequest request = this.Request(format);
        if (!this.IsGiven(nameof(this.BatchSize)))
        {
            Dataset data = format.Read(file, request, out TableReport? report);
            this.Tell(report);
            this.WriteObject(data);
            return;
        }

        using RowSource rows = format.Open(file, request, out TableReport? found);
        this.Tell(found);
        foreach (Dataset batch in rows.Batches(this.BatchSize))
        {
            this.Cancellation.ThrowIfCancellationRequested();
            this.WriteObject(batch);
        }
    }

    private void OpenTogether()
    {
        this.WriteVerbose($"Opening {string.Join(", ", this.streamed)}");
        RowSource rows = this.format!.Open(this.streamed, this.Request(this.format), out IReadOnlyList<TableReport> reports);
        foreach (TableReport report in reports)
        {
            this.Tell(report);
        }

        this.WriteObject(rows);
    }

    private void RefuseOtherFormat(string file, DataFormat found)
    {
        if (this.format is not null && this.format != found)
        {
            throw new CommandErrorException(
                "FormatsDiffer",
                ErrorCategory.InvalidData,
                file,
                $"{this.streamed[0]} {this.format.Reason}, and {file} {found.Reason}; files that make one stream must be of one format. Give the others by " +
                "themselves.");
        }

        this.format = found;
        this.streamed.Add(file);
    }

    private void CheckLabels(string file, DataFormat found)
    {
        if (found is not (IdxFormat or NpyFormat))
        {
            return;
        }

        if (this.Class?.Labels is not null)
        {
            this.RefuseGiven(file, "numbers of classes have names, and no table of labels", nameof(this.Class));
        }

        if (this.LabelPath is not null)
        {
            this.RefuseGiven(file, "the classes of -LabelPath are what is to be learnt", nameof(this.TargetPath));
        }
        else
        {
            this.RefuseGiven(file, "there are no class numbers, which -LabelPath gives", nameof(this.ClassCount));
            if (found is IdxFormat)
            {
                this.RefuseGiven(file, "the labels of the images are not given, which -LabelPath does", nameof(this.Class));
            }
        }
    }

    private DataRequest Request(DataFormat found) => new()
    {
        // Arrays have no columns, and their classes may be named without any.
        Columns = found is IdxFormat or NpyFormat ? new TableOptions() : this.WithColumns(found.NewOptions(this.Table)),
        Table = this.Table,
        Delimiter = this.IsGiven(nameof(this.Delimiter)) ? this.Delimiter : null,
        HasHeader = !this.NoHeader,
        LabelPath = this.Literal(this.LabelPath),
        TargetPath = this.Literal(this.TargetPath),
        WeightPath = this.Literal(this.WeightPath),
        ClassCount = this.IsGiven(nameof(this.ClassCount)) ? this.ClassCount : null,
        Classes = this.Class?.Names,
        Raw = this.Raw,
        MaximumUnpackedSize = this.IsGiven(nameof(this.MaximumUnpackedSize)) ? this.MaximumUnpackedSize : null,
    };

    private string? Literal(string? path) => path is null ? null : this.Files.Literal(path);

    private IReadOnlyList<string> Resolve(string path) => this.IsLiteral ? [this.Files.Literal(path)] : this.Files.Matching(path);
}
