using System.Globalization;
using NetDsl.Data;

namespace NetDsl.Training;

/// <summary>The targets of some rows that follow each other, and how errors call them.</summary>
/// <param name="layout">What a row is made of.</param>
/// <param name="values">[rows, targets].</param>
/// <param name="path">The file that they come from, or null.</param>
/// <param name="firstRow">The number of the first row there.</param>
internal readonly ref struct TargetRows(RowLayout layout, ReadOnlySpan<float> values, string? path = null, long firstRow = 0)
{
    private readonly ReadOnlySpan<float> values = values;
    private readonly int size = layout.TargetSize;

    /// <summary>The number of rows.</summary>
    public int Count => this.values.Length / this.size;

    /// <summary>The targets of a row, counted from the first here.</summary>
    public ReadOnlySpan<float> this[int row] => this.values.Slice(row * this.size, this.size);

    /// <summary>What a target is called: its name, or its place where it has none.</summary>
    public string NameOf(int column) => layout.TargetNames?[column] ?? column.ToString(CultureInfo.InvariantCulture);

    /// <summary>The error for a row, counted from the first here.</summary>
    public DataFormatException Error(int row, string? column, string problem) =>
        DataFormatException.AtRow(path, firstRow + row, column, problem);
}
