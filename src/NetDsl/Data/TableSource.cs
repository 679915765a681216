namespace NetDsl.Data;

/// <summary>Where the rows of a table come from, for errors to name it.</summary>
/// <param name="path">The file, or null for objects of a program.</param>
internal sealed class TableSource(string? path)
{
    public string? Path => path;

    /// <summary>The row that is being read: its line in a file, otherwise the number of the object; both from 1.</summary>
    public long Row { get; set; }

    /// <summary>The error for the row that is being read, or for a cell of it.</summary>
    public DataFormatException RowError(string? column, string problem) => this.RowError(this.Row, column, problem);

    /// <summary>The error for a row, or for a cell of it.</summary>
    public DataFormatException RowError(long row, string? column, string problem) => path is null
        ? DataFormatException.AtObject(row, column, problem)
        : DataFormatException.AtLine(path, row, column, problem);

    /// <summary>The error for a column that is not there. It is the first object that says which columns there are.</summary>
    public DataFormatException MissingColumn(string name, IReadOnlyList<string> names)
    {
        string problem = $"there is no column '{name}'. There are: {string.Join(", ", names)}.";
        return path is null ? DataFormatException.AtObject(1, name, problem) : DataFormatException.InFile(path, problem, name);
    }

    /// <summary>The error for the table as a whole, or for a column that is at fault.</summary>
    public DataFormatException Error(string problem, string? column = null) => DataFormatException.InFile(path, problem, column);
}
