using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>Tables of text: CSV and TSV.</summary>
internal sealed class TextFormat : DataFormat
{
    public static readonly TextFormat Instance = new();

    public override string Reason => "begins like no other format, so that it is taken for a table of text";

    public override IReadOnlyList<string> Parameters { get; } = [.. OfTables, "Delimiter", "NoHeader"];

    public override TableOptions NewOptions(string? table) => new CsvOptions();

    public override Dataset Read(string file, DataRequest request, out TableReport? report)
    {
        Dataset data = CsvFile.Read(file, Options(file, request), out TableReport found);
        report = found;
        return data;
    }

    public override RowSource Open(string file, DataRequest request, out TableReport? report)
    {
        RowSource rows = CsvFile.Open([file], Options(file, request), out TableReport found);
        report = found;
        return rows;
    }

    public override RowSource Open(IReadOnlyList<string> files, DataRequest request, out IReadOnlyList<TableReport> reports)
    {
        RowSource rows = CsvFile.Open(files, Options(files[0], request), out TableReport report);
        reports = [report];
        return rows;
    }

    private static CsvOptions Options(string file, DataRequest request) => (CsvOptions)request.Columns with
    {
        Delimiter = request.Delimiter ?? TableFormat.DelimiterOf(file),
        HasHeader = request.HasHeader,
    };
}
