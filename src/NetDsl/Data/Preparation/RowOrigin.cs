namespace NetDsl.Data;

/// <summary>Where a block of rows comes from, so that errors can say it.</summary>
/// <param name="Path">The file, or null for data that come from no file.</param>
/// <param name="First">The number of the first row, from 0.</param>
internal readonly record struct RowOrigin(string? Path, long First)
{
    /// <summary>The error of a value that a step cannot take.</summary>
    public DataFormatException Error(int row, string column, string problem) =>
        DataFormatException.AtRow(this.Path, this.First + row, column, problem);
}
