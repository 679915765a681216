using NetDsl.Data;
using NetDsl.Interchange;

namespace NetDsl.PowerShell;

/// <summary>Records of NumPy, whose fields are columns.</summary>
internal sealed class NpyTableFormat : DataFormat
{
    public static readonly NpyTableFormat Instance = new();

    public override string Reason => "holds records of NumPy, which are a table";

    public override IReadOnlyList<string> Parameters => OfTables;

    public override Dataset Read(string file, DataRequest request, out TableReport? report)
    {
        using TableFile table = NpyFile.OpenTable(file);
        Dataset data = table.Read(request.Columns, out TableReport found);
        report = found;
        return data;
    }

    public override RowSource Open(string file, DataRequest request, out TableReport? report)
    {
        RowSource rows = NpyFile.OpenTable(file).Open(request.Columns, out TableReport found);
        report = found;
        return rows;
    }
}
