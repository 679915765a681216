using NetDsl.Data;

namespace NetDsl.Training;

/// <summary>Reads the class of a row from the target of a network's main output.</summary>
internal readonly struct RowLabels
{
    private readonly OutputSummary output;
    private readonly int first;

    /// <summary>The labels of a network.</summary>
    /// <param name="summary">What the network is.</param>
    /// <exception cref="ArgumentException">It has no one label a row.</exception>
    public RowLabels(NetworkSummary summary)
    {
        this.output = summary.MainOutput;
        this.first = summary.TargetSize - this.output.TargetSize;
        if (this.output.Shape.Count != 1)
        {
            throw new ArgumentException(
                $"Class weights need one label a row; {summary.Name} has outputs of shape ({string.Join(", ", this.output.Shape)}). Use sample weights.");
        }

        this.Classes = Math.Max(2, this.output.Size);
    }

    /// <summary>The number of classes.</summary>
    public int Classes { get; }

    /// <summary>The class of a row.</summary>
    /// <param name="targets">Its targets.</param>
    /// <param name="row">Its number, for errors.</param>
    /// <exception cref="DataFormatException">It belongs to none, or to several.</exception>
    public int ClassOf(ReadOnlySpan<float> targets, long row)
    {
        ReadOnlySpan<float> target = targets.Slice(this.first, this.output.TargetSize);
        if (this.output.Loss == Loss.SparseCategoricalCrossentropy)
        {
            return (int)target[0];
        }

        if (target.Length == 1 && target[0] is -1 or 0 or 1)
        {
            return target[0] > 0 ? 1 : 0;
        }

        if (target.Length > 1 && target.Count(1f) == 1 && target.Count(0f) == target.Length - 1)
        {
            return target.IndexOf(1f);
        }

        throw DataFormatException.AtRow(null, row, null, "the targets name no single class; class weights need labels, one class a row.");
    }
}
