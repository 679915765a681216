using System.Management.Automation;
using NetDsl.Data;
using NetDsl.Interchange;

namespace NetDsl.PowerShell;

/// <summary>Several arrays of NumPy in one file, or a table of records among them.</summary>
internal sealed class NpzFormat : DataFormat
{
    public static readonly NpzFormat Instance = new();

    public override string Reason => "holds NPZ arrays, which are named with -Feature, -Target, -Label and -Weight, or a table with -Table";

    public override IReadOnlyList<string> Parameters { get; } = [.. OfTables, "Table", "ClassCount", "MaximumUnpackedSize"];

    public override Dataset Read(string file, DataRequest request, out TableReport? report)
    {
        report = null;
        if (request.Table is null)
        {
            return NpzDataset.Read(file, Options(file, request));
        }

        using TableFile table = NpzFile.OpenTable(file, request.Table, request.MaximumUnpackedSize);
        Dataset data = table.Read(request.Columns, out TableReport found);
        report = found;
        return data;
    }

    public override RowSource Open(string file, DataRequest request, out TableReport? report)
    {
        report = null;
        if (request.Table is null)
        {
            return NpzDataset.Open(file, Options(file, request));
        }

        RowSource rows = NpzFile.OpenTable(file, request.Table, request.MaximumUnpackedSize).Open(request.Columns, out TableReport found);
        report = found;
        return rows;
    }

    private static NpzOptions Options(string file, DataRequest request)
    {
        TableOptions columns = request.Columns;
        bool isLabel = columns.Labels is LabelEncoding.OneHot or LabelEncoding.Binary;
        string? target = One(file, "Target", columns.Targets);
        Refuse(file, "Category", columns.Categories.Count > 0);
        Refuse(file, "ExcludeFeature", columns.ExcludedFeatures.Count > 0);
        Refuse(file, "Group", columns.Group is not null);
        Refuse(file, "Time", columns.Time is not null);
        Refuse(file, "Missing", columns.Missing != MissingValues.Error);
        Refuse(file, "OtherClass", columns.OtherLabels != OtherLabels.Error);
        Refuse(file, "FeatureShape", columns.FeatureShape is not null);
        Refuse(file, "LabelEncoding", columns.Labels == LabelEncoding.Binary);
        return new NpzOptions
        {
            Features = One(file, "Feature", columns.Features ?? []),
            Targets = isLabel ? null : target,
            Labels = isLabel ? target : null,
            SampleWeights = columns.SampleWeights,
            Classes = request.ClassCount,
            ClassNames = request.Classes,
            LargestUnpackedSize = request.MaximumUnpackedSize,
        };
    }

    private static string? One(string file, string parameter, IReadOnlyList<string> names) => names.Count <= 1
        ? (names.Count == 0 ? null : names[0])
        : throw new CommandErrorException(
            "SeveralArrays",
            ErrorCategory.InvalidArgument,
            file,
            $"-{parameter} names {names.Count} arrays of {file}, and takes one. Give one, or a table of records with -Table.");

    private static void Refuse(string file, string parameter, bool isGiven)
    {
        if (isGiven)
        {
            throw new CommandErrorException(
                "UnfitParameter",
                ErrorCategory.InvalidArgument,
                file,
                $"-{parameter} cannot be used here: it is about the columns of a table, and {file} has arrays. Leave it out, or name a table of records " +
                "with -Table.");
        }
    }
}
