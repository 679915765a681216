using NetDsl.Data;
using NetDsl.Interchange;

namespace NetDsl.PowerShell;

/// <summary>Arrays of NumPy, one in each file.</summary>
internal sealed class NpyFormat : DataFormat
{
    public static readonly NpyFormat Instance = new();

    public override string Reason => "holds an NPY array, which has no columns and is always taken as it is";

    public override IReadOnlyList<string> Parameters { get; } = ["LabelPath", "TargetPath", "WeightPath", "ClassCount", "Class"];

    public override Dataset Read(string file, DataRequest request, out TableReport? report)
    {
        report = null;
        return request.LabelPath is { } labels
            ? NpyDataset.ReadLabelled(file, labels, request.WeightPath, request.ClassCount, request.Classes)
            : NpyDataset.Read(file, request.TargetPath, request.WeightPath, request.Classes);
    }

    public override RowSource Open(string file, DataRequest request, out TableReport? report)
    {
        report = null;
        return request.LabelPath is { } labels
            ? NpyDataset.OpenLabelled(file, labels, request.WeightPath, request.ClassCount, request.Classes)
            : NpyDataset.Open(file, request.TargetPath, request.WeightPath, request.Classes);
    }
}
