using System.Globalization;

namespace NetDsl.Data;

/// <summary>A column of finite numbers; one that nobody asked for may turn out to be text and is then left out.</summary>
/// <param name="table">The table it is in.</param>
/// <param name="place">Its place, from 0.</param>
/// <param name="mayBeText">Whether text throughout is no error.</param>
internal sealed class CsvNumberColumn(CsvTable table, int place, bool mayBeText)
{
    private bool hasNumbers;
    private long textLine;
    private string text = string.Empty;

    public int Place => place;

    /// <summary>Whether no cell so far was a number.</summary>
    public bool IsText => !this.hasNumbers;

    public static bool TryParse(string cell, out float value) =>
        float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    /// <summary>The number in a cell of the current row; anything for text that is left out.</summary>
    public float Parse(string cell)
    {
        if (!TryParse(cell, out float value))
        {
            if (!mayBeText || this.hasNumbers)
            {
                throw this.NoNumber(table.Line, cell);
            }

            (this.textLine, this.text) = this.textLine == 0 ? (table.Line, cell) : (this.textLine, this.text);
            return 0;
        }

        if (!float.IsFinite(value))
        {
            throw table.Error(
                table.Line, place, $"'{cell}' is no finite number of single precision. Remove the row or replace the value.");
        }

        // Text above and a number here: neither a column of numbers nor one that can be left out without a word.
        if (this.textLine != 0)
        {
            throw this.NoNumber(this.textLine, this.text);
        }

        this.hasNumbers = true;
        return value;
    }

    private DataFormatException NoNumber(long line, string cell)
    {
        string what = cell.Length == 0 ? "the cell is empty" : $"'{cell}' is no number";
        string hint = mayBeText ? ", as in other cells of the column. Or choose the feature columns by name" : ". Correct it or remove the row";
        return table.Error(line, place, $"{what}; a number with a decimal point was expected{hint}.");
    }
}
