using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>Binary tables of astronomy.</summary>
internal sealed class FitsFormat : DataFormat
{
    public static readonly FitsFormat Instance = new();

    public override string Reason => "holds FITS tables";

    public override IReadOnlyList<string> Parameters { get; } = [.. OfTables, "Table"];

    public override TableOptions NewOptions(string? table) => new FitsOptions { Hdu = table };

    public override Dataset Read(string file, DataRequest request, out TableReport? report)
    {
        Dataset data = FitsFile.Read(file, (FitsOptions)request.Columns, out TableReport found);
        report = found;
        return data;
    }

    public override RowSource Open(string file, DataRequest request, out TableReport? report)
    {
        report = null;
        return FitsFile.Open(file, (FitsOptions)request.Columns);
    }
}
