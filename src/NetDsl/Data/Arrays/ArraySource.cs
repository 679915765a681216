namespace NetDsl.Data;

/// <summary>The rows of arrays in files.</summary>
/// <param name="parts">The arrays, closed with this.</param>
/// <param name="layout">What a row is made of.</param>
internal sealed class ArraySource(ArrayParts parts, RowLayout layout) : RowSource(parts.Features.Path, layout, parts.Features.Count)
{
    public override int BlockRows => Math.Max(parts.Features.BlockRows, parts.Targets?.BlockRows ?? 1);

    protected internal override void ReadRows(long first, int count, RowValues destination)
    {
        parts.Features.Read(first, destination.Features);
        if (parts.Labels is { } labels)
        {
            labels.Read(first, destination.Targets);
        }
        else
        {
            parts.Targets?.Read(first, destination.Targets);
        }

        parts.SampleWeights?.Read(first, destination.SampleWeights);
    }

    protected override void Dispose(bool disposing)
    {
        parts.Dispose();
        base.Dispose(disposing);
    }
}
