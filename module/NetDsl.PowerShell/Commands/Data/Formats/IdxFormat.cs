using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>Images in the format of MNIST.</summary>
internal sealed class IdxFormat : DataFormat
{
    public static readonly IdxFormat Instance = new();

    public override string Reason => "holds IDX images, which have no columns";

    public override IReadOnlyList<string> Parameters { get; } = ["LabelPath", "ClassCount", "Class", "Raw"];

    public override Dataset Read(string file, DataRequest request, out TableReport? report)
    {
        report = null;
        return IdxFile.ReadImages(file, request.LabelPath, !request.Raw, request.ClassCount, request.Classes);
    }

    public override RowSource Open(string file, DataRequest request, out TableReport? report)
    {
        report = null;
        return IdxFile.OpenImages(file, request.LabelPath, !request.Raw, request.ClassCount, request.Classes);
    }
}
