namespace NetDsl.Data;

/// <summary>How a CSV file becomes a data set. Columns are called by their names in the header; without a header by their places, from 0.</summary>
public sealed record CsvOptions : TableOptions
{
    /// <summary>Whether the first line names the columns.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>What stands between two cells.</summary>
    public char Delimiter { get; init; } = ',';
}
