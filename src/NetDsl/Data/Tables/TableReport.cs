using System.Globalization;

namespace NetDsl.Data;

/// <summary>What a reader found in a table, and what it made of it. As text it is a table of the columns.</summary>
/// <param name="Rows">The number of rows in the file.</param>
/// <param name="DroppedRows">How many of them were left out because a cell is missing.</param>
/// <param name="Columns">The columns, in the order of the file.</param>
public sealed record TableReport(long Rows, long DroppedRows, IReadOnlyList<ColumnReport> Columns)
{
    /// <summary>The columns that would be features if they did not hold text.</summary>
    public IReadOnlyList<string> TextColumns =>
        [.. this.Columns.Where(column => column.Remark is TablePlan.HoldsText or TablePlan.HoldsDates or TablePlan.AllMissing).Select(column => column.Name)];

    /// <inheritdoc/>
    public override string ToString()
    {
        string[][] lines =
        [
            ["Column", "Holds", "Missing", "Used as", string.Empty],
            .. this.Columns.Select(column => new[]
            {
                column.Name,
                column.Kind?.ToString().ToLowerInvariant() ?? "-",
                column.Missing?.ToString(CultureInfo.InvariantCulture) ?? "-",
                column.Use == ColumnUse.LeftOut ? "-" : column.Use.ToString(),
                column.Remark ?? string.Empty,
            }),
        ];
        int[] widths = [.. Enumerable.Range(0, lines[0].Length).Select(i => lines.Max(line => line[i].Length))];
        string dropped = this.DroppedRows > 0 ? FormattableString.Invariant($", {this.DroppedRows} left out because a cell is missing") : string.Empty;
        return FormattableString.Invariant($"{this.Rows} rows{dropped}") + "\n" + string.Join(
            '\n', lines.Select(line => string.Join("  ", line.Select((cell, i) => i == 2 ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).TrimEnd()));
    }
}
