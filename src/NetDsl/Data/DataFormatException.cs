namespace NetDsl.Data;

/// <summary>Data that cannot be used as they are: what is wrong, and in which file, row and column.</summary>
public sealed class DataFormatException : Exception
{
    private DataFormatException(string message, string? path, long? row, string? column, Exception? inner)
        : base(message, inner)
    {
        this.Path = path;
        this.Row = row;
        this.Column = column;
    }

    /// <summary>The file, or null for data that come from no file.</summary>
    public string? Path { get; }

    /// <summary>
    /// The row, or null where the trouble is in none: in a text file the line, from 1 as editors count; among objects the number of the object,
    /// from 1; otherwise the sample, from 0.
    /// </summary>
    public long? Row { get; }

    /// <summary>The column: its name, or its place from 0 where it has none; null where the trouble is in no column.</summary>
    public string? Column { get; }

    /// <summary>Trouble with the data as a whole.</summary>
    /// <param name="path">The file, or null for data that come from no file.</param>
    /// <param name="problem">A sentence: what is wrong, what was expected, what to do.</param>
    /// <param name="column">The column, where it is one that is at fault.</param>
    /// <param name="inner">The error behind it.</param>
    internal static DataFormatException InFile(string? path, string problem, string? column = null, Exception? inner = null) =>
        new(path is null ? $"The data: {problem}" : $"{path}: {problem}", path, null, column, inner);

    /// <summary>Trouble at a line of a text file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="line">From 1.</param>
    /// <param name="column">The column, or null for the whole line.</param>
    /// <param name="problem">A sentence: what is wrong, what was expected, what to do.</param>
    /// <param name="inner">The error behind it.</param>
    internal static DataFormatException AtLine(string path, long line, string? column, string problem, Exception? inner = null) =>
        new(FormattableString.Invariant($"{path}, line {line}{ColumnText(column)}: {problem}"), path, line, column, inner);

    /// <summary>Trouble with one of the objects that rows are made of.</summary>
    /// <param name="number">From 1.</param>
    /// <param name="column">The column, or null for the whole object.</param>
    /// <param name="problem">A sentence: what is wrong, what was expected, what to do.</param>
    internal static DataFormatException AtObject(long number, string? column, string problem) =>
        new(FormattableString.Invariant($"Object {number}{ColumnText(column)}: {problem}"), null, number, column, null);

    /// <summary>Trouble with one sample.</summary>
    /// <param name="path">The file, or null for data that come from no file.</param>
    /// <param name="row">From 0.</param>
    /// <param name="column">The column, or null for the whole row.</param>
    /// <param name="problem">A sentence: what is wrong, what was expected, what to do.</param>
    internal static DataFormatException AtRow(string? path, long row, string? column, string problem)
    {
        string file = path is null ? "R" : $"{path}, r";
        return new(FormattableString.Invariant($"{file}ow {row}{ColumnText(column)}: {problem}"), path, row, column, null);
    }

    private static string ColumnText(string? column) => column is null ? string.Empty : $", column '{column}'";
}
