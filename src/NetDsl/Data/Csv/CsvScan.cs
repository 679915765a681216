using System.Globalization;
using System.Text;

namespace NetDsl.Data;

/// <summary>One reading of a CSV file from its beginning to its end.</summary>
internal sealed class CsvScan : IDisposable
{
    private readonly CsvInput input;
    private readonly CsvOptions options;
    private readonly TableSource source;

    /// <param name="path">The file.</param>
    /// <param name="options">Which columns are what.</param>
    /// <exception cref="ArgumentException">The delimiter cannot be one.</exception>
    public CsvScan(string path, CsvOptions options)
    {
        if (!char.IsAscii(options.Delimiter) || options.Delimiter is '"' or '\n' or '\r' or '\0')
        {
            throw new ArgumentException(
                $"The delimiter is U+{(int)options.Delimiter:X4}; a character of ASCII is needed that is neither a quotation mark nor a line end.");
        }

        this.options = options;
        this.source = new TableSource(path);
        this.input = new CsvInput(path);
        this.Rows = new CsvRows(this.input.Stream, this.source, (byte)options.Delimiter, offset: this.input.Start);
    }

    /// <summary>The rows.</summary>
    public CsvRows Rows { get; }

    /// <summary>Why rows cannot be read from the middle of the file; null where they can.</summary>
    public string? Obstacle => this.input.Obstacle;

    /// <summary>Reads the names of the columns; without a header it stands at the first row then.</summary>
    public string[] ReadNames()
    {
        if (!this.Next())
        {
            throw this.source.Error("the file is empty; a table of numbers was expected.");
        }

        string[] names = new string[this.Rows.Count];
        HashSet<string> seen = new(StringComparer.Ordinal);
        for (int i = 0; i < names.Length; i++)
        {
            string cell = this.options.HasHeader ? Encoding.UTF8.GetString(this.Rows.Text(i)) : string.Empty;

            // A column without a name, such as the row numbers that pandas writes, is called by its place.
            names[i] = cell.Length > 0 ? cell : i.ToString(CultureInfo.InvariantCulture);
            if (!seen.Add(names[i]))
            {
                throw this.source.RowError(this.Rows.Line, names[i], "the header has this name twice; each column needs its own.");
            }
        }

        return names;
    }

    /// <summary>Reads all rows.</summary>
    /// <param name="onRow">Told of each row before its cells are taken, with its number from 0; null for nothing.</param>
    /// <returns>The columns and the number of rows.</returns>
    public (CsvColumns Columns, long Count) ReadAll(Action<CsvColumns, long>? onRow = null)
    {
        string[] names = this.ReadNames();
        if (this.options.HasHeader && !this.Next())
        {
            throw this.source.Error("the file has a header and no rows.");
        }

        CsvColumns columns = new(names, this.options, this.source);
        columns.Guess(this.Rows);
        this.Rows.AreNumbers = columns.AreNumbers;
        long count = 0;
        do
        {
            onRow?.Invoke(columns, count);
            columns.Add(this.Rows, columns.All);
            count++;
        }
        while (this.Next());
        return (columns, count);
    }

    /// <inheritdoc/>
    public void Dispose() => this.input.Dispose();

    private bool Next()
    {
        try
        {
            return this.Rows.Next();
        }
        catch (InvalidDataException error)
        {
            throw this.input.BrokenPacking(error);
        }
    }
}
