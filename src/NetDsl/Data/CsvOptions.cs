namespace NetDsl.Data;

/// <summary>How a CSV file becomes a data set. Columns are called by their names in the header; without a header by their places, from 0.</summary>
public sealed record CsvOptions
{
    /// <summary>The columns to be learnt; none, for data that are only to be predicted.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>The columns to learn from, in this order; null for every column of numbers that is no target.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>
    /// What the target column holds; null to let its first cell decide: <see cref="LabelEncoding.Value"/> for a number,
    /// <see cref="LabelEncoding.OneHot"/> for text. Several target columns are values.
    /// </summary>
    public LabelEncoding? Labels { get; init; }

    /// <summary>
    /// The classes in the order of the targets, so that several files agree; a label that is none of them is an error. Null for the labels
    /// found, whole numbers in numerical and text in ordinal order.
    /// </summary>
    public IReadOnlyList<string>? Classes { get; init; }

    /// <summary>Whether the first line names the columns.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>What stands between two cells.</summary>
    public char Delimiter { get; init; } = ',';
}
