using NetDsl.Data;
using NetDsl.Data.Hdf5;
using NetDsl.Interchange;

namespace NetDsl.PowerShell;

/// <summary>A format of files with data: what it is called, what can be asked of it, and how it is read.</summary>
internal abstract class DataFormat
{
    private const string TableParameters =
        "Label LabelEncoding Class OtherClass Target Feature ExcludeFeature Category Weight Group Time Missing MissingMarker FeatureShape ReportVariable";

    /// <summary>All parameters of Import-NetData that not every format knows.</summary>
    public static IReadOnlyList<string> AllParameters { get; } =
    [
        .. TableParameters.Split(' '), "Table", "Delimiter", "NoHeader", "LabelPath", "TargetPath", "WeightPath", "ClassCount", "Raw", "MaximumUnpackedSize",
    ];

    /// <summary>Those that name columns and what is made of them.</summary>
    protected static IReadOnlyList<string> OfTables { get; } = TableParameters.Split(' ');

    /// <summary>Why other parameters cannot be used, after the name of the file: "holds IDX images, which have no columns".</summary>
    public abstract string Reason { get; }

    /// <summary>The parameters of Import-NetData that it knows.</summary>
    public abstract IReadOnlyList<string> Parameters { get; }

    /// <summary>The format of a file, by what it begins with.</summary>
    /// <param name="file">The file.</param>
    /// <exception cref="DataFormatException">It is packed, and that is broken.</exception>
    public static DataFormat Of(string file) =>
        Hdf5File.IsHdf5(file) ? Hdf5Format.Instance :
        NpzFile.IsNpz(file) ? NpzFormat.Instance :
        NpyFile.IsNpy(file) ? (NpyFile.IsTable(file) ? NpyTableFormat.Instance : NpyFormat.Instance) :
        IdxFile.IsIdx(file) ? IdxFormat.Instance :
        FitsFile.IsFits(file) ? FitsFormat.Instance :
        TextFormat.Instance;

    /// <summary>The options that the format reads, with nothing said of columns yet.</summary>
    /// <param name="table">The table that is wanted, or null.</param>
    public virtual TableOptions NewOptions(string? table) => new();

    /// <summary>Reads all rows of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="report">What was found in a table; null where there is nothing to tell.</param>
    public abstract Dataset Read(string file, DataRequest request, out TableReport? report);

    /// <summary>Opens a file, to be read as its rows are needed.</summary>
    /// <param name="file">The file.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="report">What was found in a table; null where there is nothing to tell.</param>
    public abstract RowSource Open(string file, DataRequest request, out TableReport? report);

    /// <summary>Opens several files as one.</summary>
    /// <param name="files">The files, at least one.</param>
    /// <param name="request">What is wanted.</param>
    /// <param name="reports">What was found in tables.</param>
    public virtual RowSource Open(IReadOnlyList<string> files, DataRequest request, out IReadOnlyList<TableReport> reports)
    {
        List<RowSource> sources = [];
        List<TableReport> found = [];
        try
        {
            foreach (string file in files)
            {
                sources.Add(this.Open(file, request, out TableReport? report));
                found.AddRange(report is null ? [] : [report]);
            }

            reports = found;
            return RowSource.Concatenate(sources);
        }
        catch
        {
            sources.ForEach(source => source.Dispose());
            throw;
        }
    }
}
