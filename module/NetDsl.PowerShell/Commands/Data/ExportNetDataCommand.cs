using System.Management.Automation;
using NetDsl.Data;
using NetDsl.Interchange;

namespace NetDsl.PowerShell;

/// <summary>Writes data to a table or to NPY arrays.</summary>
/// <remarks>
/// <para>
/// The extension of the file says what it becomes. A table, .csv or .tsv, has a column for each feature, then one of labels or one for each
/// target, then one of weights where there are weights; features without names are called by their places, from 0. Import-NetData reads the
/// same bits from it. An array of NumPy, .npy, keeps the shape of the features; targets and weights get files of their own.
/// </para>
/// <para>
/// A file is there as a whole or not at all: one that is to be replaced stays until the new one is complete.
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
[Cmdlet(VerbsData.Export, "NetData", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportNetDataCommand : NetCommand
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";
    private const string DataFirstSet = "DataFirst";

    private bool hasData;

    /// <summary>The file: .csv, .tsv or .npy.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = DataFirstSet)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The file, exactly as written: .csv, .tsv or .npy.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string LiteralPath { get; set; } = string.Empty;

    /// <summary>The data, from Import-NetData, ConvertTo-NetData or New-NetData, or a part of a split.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = LiteralPathSet)]
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = DataFirstSet)]
    [DatasetTransformation]
    public Dataset Data { get; set; } = null!;

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
        switch (System.IO.Path.GetExtension(file).ToUpperInvariant())
        {
            case ".CSV" or ".TSV":
                this.WriteTable(file);
                break;
            case ".NPY":
                this.WriteArrays(file);
                break;
            case var extension:
                throw new CommandErrorException(
                    "UnknownFormat",
                    ErrorCategory.InvalidArgument,
                    file,
                    $"{file} ends in '{extension}', which is no format of data. Give a path that ends in .csv, .tsv or .npy.");
        }
    }

    private void WriteTable(string file)
    {
        this.RefuseGiven(file, "a table has targets and weights among its columns", nameof(this.TargetPath), nameof(this.WeightPath));
        char delimiter = this.IsGiven(nameof(this.Delimiter)) ? this.Delimiter : TableFormat.DelimiterOf(file);
        this.Write([file], () => CsvFile.Write(file, this.Data, delimiter));
    }

    private void WriteArrays(string file)
    {
        this.RefuseGiven(file, "an NPY file is no table", nameof(this.Delimiter));
        string? targets = this.TargetPath is null ? null : this.Files.Literal(this.TargetPath);
        string? weights = this.WeightPath is null ? null : this.Files.Literal(this.WeightPath);
        string[] files = [.. new[] { file, targets, weights }.OfType<string>()];
        if (files.Distinct(StringComparer.Ordinal).Count() < files.Length)
        {
            throw new CommandErrorException(
                "SamePath", ErrorCategory.InvalidArgument, file, "Features, targets and weights need files of their own. Give different paths.");
        }

        if (this.Write(files, () => NpyDataset.Write(this.Data, file, targets, weights)))
        {
            this.WarnOfLoss("targets", this.Data.TargetSize > 0 && targets is null, nameof(this.TargetPath));
            this.WarnOfLoss("weights", this.Data.HasSampleWeights && weights is null, nameof(this.WeightPath));
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
    private bool Write(string[] files, Action write)
    {
        string action = FormattableString.Invariant($"Export {this.Data.Count} rows");
        bool[] mayWrite = [.. files.Select(file => this.ShouldWrite(file, this.Force, action))];
        if (mayWrite.Contains(false))
        {
            return false;
        }

        write();
        if (this.PassThru)
        {
            this.WriteObject(this.InvokeProvider.Item.Get(files, force: true, literalPath: true), enumerateCollection: true);
        }

        return true;
    }
}
