using NetDsl.Data;
using NetDsl.Data.Hdf5;

namespace NetDsl.PowerShell;

/// <summary>HDF5: datasets of as many rows, tables, and DataFrames of pandas.</summary>
internal sealed class Hdf5Format : DataFormat
{
    public static readonly Hdf5Format Instance = new();

    public override string Reason => "is an HDF5 file, whose datasets are named with -Feature, -Target, -Label and -Weight";

    public override IReadOnlyList<string> Parameters { get; } = [.. OfTables, "Table"];

    public override TableOptions NewOptions(string? table) => new Hdf5Options { Location = table };

    public override Dataset Read(string file, DataRequest request, out TableReport? report) => Hdf5Data.Read(file, (Hdf5Options)request.Columns, out report);

    public override RowSource Open(string file, DataRequest request, out TableReport? report) => Hdf5Data.Open(file, (Hdf5Options)request.Columns, out report);
}
