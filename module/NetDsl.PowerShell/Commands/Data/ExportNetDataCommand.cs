using System.Management.Automation;
using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>Writes data or a stream to a file: CSV, NPY, NPZ or HDF5.</summary>
/// <remarks>
/// <para>
/// The extension of the file, or -Format, says what it becomes. A table, .csv or .tsv, has a column for each feature, then one of labels or one for each
/// target, then one of weights where there are weights; features without names are called by their places, from 0. Import-NetData reads the same bits
/// from it. An array of NumPy, .npy, keeps the shape of the features; targets and weights get files of their own. An .npz or .h5 file holds all of them,
/// with names and classes, and Import-NetData needs no parameters for it. HDF5 files are written by the HDF Group's library, which must be installed.
/// </para>
/// <para>
/// Of a stream a few megabytes at a time are in memory. A file is there as a whole or not at all, also after Ctrl+C: one that is to be replaced stays
/// until the new one is complete.
/// </para>
/// </remarks>
/// <example>
/// <para>A table, and the same data again</para>
/// <code>
/// $data = New-NetData Sine -Count 100
/// $data | Export-NetData sine.csv
/// $again = Import-NetData sine.csv -Target y
/// </code>
/// </example>
/// <example>
/// <para>Arrays for NumPy</para>
/// <code>
/// New-NetData ShowerTrack -Count 100 | Export-NetData x.npy -TargetPath y.npy -PassThru
/// </code>
/// </example>
/// <example>
/// <para>A stream into one file, packed, without holding it in memory</para>
/// <code>
/// New-NetData Sine -Count 1000 | Export-NetData large.npz
/// $stream = Import-NetData large.npz -Stream
/// $stream | Export-NetData packed.npz -CompressionLevel 5
/// $stream.Dispose()
/// </code>
/// </example>
[Cmdlet(VerbsData.Export, "NetData", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportNetDataCommand : NetCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const string DataFirstSet = "DataFirst";

    private bool hasData;

    /// <summary>The file: .csv, .tsv, .npy, .npz or .h5.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = DataFirstSet)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The file, exactly as written: .csv, .tsv, .npy, .npz or .h5.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string LiteralPath { get; set; } = string.Empty;

    /// <summary>The data or the stream, from Import-NetData, ConvertTo-NetData or New-NetData, or a part of a split.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = LiteralPathSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = DataFirstSet)]
    [RowSourceTransformation]
    public RowSource Data { get; set; } = null!;

    /// <summary>What the file becomes, whatever its extension is.</summary>
    [Parameter]
    public ExportFormat Format { get; set; }

    /// <summary>For .npz and .h5: how hard numbers are packed, from 1, fast, to 9, small; not at all where it is left out. NPZ knows but one level.</summary>
    [Parameter]
    [ValidateRange(0, 9)]
    [WholeNumber]
    public int CompressionLevel { get; set; }

    /// <summary>For .h5: the rows of a chunk, which are read and shuffled together; about a megabyte where it is left out.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    [WholeNumber]
    public int ChunkRows { get; set; }

    /// <summary>For tables: what stands between two cells. A comma where it is left out, in .tsv files a tab.</summary>
    [Parameter]
    public char Delimiter { get; set; } = ',';

    /// <summary>For .npy: the file of the targets; classes are one-hot, or one target of 0 and 1.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TargetPath { get; set; }

    /// <summary>For .npy: the file of the weights.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? WeightPath { get; set; }

    /// <summary>Replaces files that are there.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Gives the files that were written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override object? ErrorTarget => this.ParameterSetName == LiteralPathSet ? this.LiteralPath : this.Path;

    /// <inheritdoc/>
    protected override void Process()
    {
        string file = this.Files.Literal((string)this.ErrorTarget!);
        FileArguments.RefuseFolder(file);
        if (this.hasData)
        {
            throw new CommandErrorException(
                "SeveralDatasets",
                ErrorCategory.InvalidArgument,
                file,
                $"More than one data set came from the pipeline, and {file} takes one. Export each to a file of its own.");
        }

        this.hasData = true;
        ExportFormat format = this.IsGiven(nameof(this.Format)) ? this.Format : DataFileWriter.FormatOf(file);
        this.RefuseOthers(file, format);
        DataFileWriter writer = new()
        {
            Delimiter = this.IsGiven(nameof(this.Delimiter)) ? this.Delimiter : null,
            TargetFile = this.TargetPath is null ? null : this.Files.Literal(this.TargetPath),
            WeightFile = this.WeightPath is null ? null : this.Files.Literal(this.WeightPath),
            Compression = this.CompressionLevel,
            ChunkRows = this.IsGiven(nameof(this.ChunkRows)) ? this.ChunkRows : null,
        };
        if (this.Write(file, format, writer) && format == ExportFormat.Npy)
        {
            this.WarnOfLoss("targets", this.Data.Layout.TargetSize > 0 && this.TargetPath is null, nameof(this.TargetPath));
            this.WarnOfLoss("weights", this.Data.Layout.HasSampleWeights && this.WeightPath is null, nameof(this.WeightPath));
        }
    }

    private void RefuseOthers(string file, ExportFormat format)
    {
        if (format is ExportFormat.Csv or ExportFormat.Tsv)
        {
            this.RefuseGiven(file, "a table has targets and weights among its columns", nameof(this.TargetPath), nameof(this.WeightPath));
            this.RefuseGiven(file, "a table of text is not packed and has no chunks", nameof(this.CompressionLevel), nameof(this.ChunkRows));
            return;
        }

        this.RefuseGiven(file, $"{file} becomes no table", nameof(this.Delimiter));
        if (format == ExportFormat.Npy)
        {
            this.RefuseGiven(file, "an NPY file is an array as it is", nameof(this.CompressionLevel), nameof(this.ChunkRows));
            return;
        }

        this.RefuseGiven(file, "targets and weights go into the same file", nameof(this.TargetPath), nameof(this.WeightPath));
        if (format == ExportFormat.Npz)
        {
            this.RefuseGiven(file, "an NPZ file has no chunks", nameof(this.ChunkRows));
        }
    }

    private void WarnOfLoss(string what, bool isLost, string parameter)
    {
        if (isLost)
        {
            this.WriteWarning($"An NPY file holds one array, so that the {what} were not written. Give a file for them with -{parameter}.");
        }
    }

    /// <summary>Writes files if all of them may be written.</summary>
    private bool Write(string file, ExportFormat format, DataFileWriter writer)
    {
        string[] files = [.. new[] { file, writer.TargetFile, writer.WeightFile }.OfType<string>()];
        if (files.Distinct(StringComparer.Ordinal).Count() < files.Length)
        {
            throw new CommandErrorException(
                "SamePath", ErrorCategory.InvalidArgument, file, "Features, targets and weights need files of their own. Give different paths.");
        }

        string action = FormattableString.Invariant($"Export {this.Data.Count} rows");
        bool[] mayWrite = [.. files.Select(one => this.ShouldWrite(one, this.Force, action))];
        if (mayWrite.Contains(false))
        {
            return false;
        }

        using (RowProgress progress = new(this, $"Writing {System.IO.Path.GetFileName(file)}", this.Data.Count))
        {
            writer.Write(file, format, this.Data, progress, this.Cancellation);
        }

        if (this.PassThru)
        {
            this.WriteObject(this.InvokeProvider.Item.Get(files, force: true, literalPath: true), enumerateCollection: true);
        }

        return true;
    }
}
