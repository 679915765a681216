using System.Globalization;

namespace NetDsl.Data;

/// <summary>
/// A table of rows that are read where they lie, column by column. It is what a format of tables has to offer; which columns are what,
/// missing values, classes and categories are the same for all formats. It is used by one thread at a time.
/// </summary>
public abstract class TableFile : IDisposable
{
    /// <summary>A table.</summary>
    /// <param name="path">The file, which errors name; null for rows in memory.</param>
    /// <param name="fields">Its columns, each with a name of its own.</param>
    /// <param name="count">The number of rows.</param>
    /// <exception cref="DataFormatException">Two columns have the same name.</exception>
    protected TableFile(string? path, IReadOnlyList<TableField> fields, long count)
    {
        this.Path = path;
        this.Fields = fields;
        this.Count = count;
        HashSet<string> seen = new(StringComparer.Ordinal);
        if (fields.FirstOrDefault(field => !seen.Add(field.Name)) is { } twice)
        {
            throw DataFormatException.InFile(path, $"two columns are called '{twice.Name}'; each needs a name of its own.", twice.Name);
        }
    }

    /// <summary>The file; null for rows in memory.</summary>
    public string? Path { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<TableField> Fields { get; }

    /// <summary>The number of rows; it may be 0.</summary>
    public long Count { get; }

    /// <summary>As many rows as are best read together, beginning at a multiple of this: those of a chunk, for example. At least 1.</summary>
    public virtual int BlockRows => 4096;

    /// <summary>Several tables with the same columns as one, one after the other. They are disposed with it.</summary>
    /// <param name="paths">The files, at least one.</param>
    /// <param name="open">Opens one of them.</param>
    /// <exception cref="DataFormatException">The columns of a table are not those of the first.</exception>
    /// <exception cref="ArgumentException">There is no file.</exception>
    public static TableFile Concatenate(IReadOnlyList<string> paths, Func<string, TableFile> open)
    {
        List<TableFile> tables = [];
        try
        {
            tables.AddRange(paths.Select(open));
            return tables is [TableFile only] ? only : new ConcatenatedTable(tables);
        }
        catch
        {
            tables.ForEach(table => table.Dispose());
            throw;
        }
    }

    /// <summary>Reads rows that follow each other, some of the columns.</summary>
    /// <param name="first">The first of them, from 0.</param>
    /// <param name="count">How many.</param>
    /// <param name="columns">
    /// Where to. Numbers and truth values can be read as any content, dates as <see cref="ColumnContent.Double"/> or as text, text only as
    /// text; cells with several numbers only as numbers.
    /// </param>
    /// <exception cref="ArgumentException">The rows are not all there, or a column does not hold what it is to be read as.</exception>
    /// <exception cref="DataFormatException">The file is broken.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void Read(long first, int count, IReadOnlyList<ColumnBlock> columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, this.Count - first);
        ColumnBlock[] asked = [.. columns.Select(this.AsStored)];
        foreach (ColumnBlock column in asked)
        {
            column.Resize(checked(count * this.Fields[column.Place].Width));
        }

        this.ReadRows(first, count, asked);
        for (int i = 0; i < asked.Length; i++)
        {
            if (asked[i] != columns[i])
            {
                WriteOut(this.Fields[asked[i].Place], asked[i].Doubles, columns[i]);
            }
        }
    }

    /// <summary>Reads all rows into a data set.</summary>
    /// <param name="options">Which columns are what; null for columns of numbers, none of them a target.</param>
    /// <exception cref="DataFormatException">A column is missing, or a cell is no number or no label; the message says where.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public Dataset Read(TableOptions? options = null) => this.Read(options, out _);

    /// <summary>Reads all rows into a data set, and says what was found.</summary>
    /// <param name="options">Which columns are what; null for columns of numbers, none of them a target.</param>
    /// <param name="report">What each column holds, and what became of it.</param>
    /// <exception cref="DataFormatException">A column is missing, or a cell is no number or no label; the message says where.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public Dataset Read(TableOptions? options, out TableReport report)
    {
        using TableRowSource rows = TableRowSource.Open(this, options ?? new TableOptions(), ownsTable: false);
        report = rows.Report;
        return rows.ReadAll();
    }

    /// <summary>
    /// Opens the rows, to be read where they lie, some at a time. Classes, categories, what stands in for missing values and which rows are
    /// dropped are found in a first pass, where the options and the file do not tell. The table is disposed with the rows.
    /// </summary>
    /// <param name="options">Which columns are what; null for columns of numbers, none of them a target.</param>
    /// <exception cref="DataFormatException">A column is missing, or holds no numbers or labels.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public RowSource Open(TableOptions? options = null) => this.Open(options, out _);

    /// <summary>Opens the rows, to be read where they lie, some at a time, and says what was found.</summary>
    /// <param name="options">Which columns are what; null for columns of numbers, none of them a target.</param>
    /// <param name="report">What each column holds, and what became of it.</param>
    /// <exception cref="DataFormatException">A column is missing, or holds no numbers or labels.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public RowSource Open(TableOptions? options, out TableReport report)
    {
        TableRowSource rows = TableRowSource.Open(this, options ?? new TableOptions(), ownsTable: true);
        report = rows.Report;
        return rows;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        this.Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Reads rows that are there. Each column has just the room they need, to be filled throughout: of numbers and truth values either
    /// <see cref="ColumnBlock.Singles"/> or <see cref="ColumnBlock.Doubles"/>, of dates <see cref="ColumnBlock.Doubles"/> or, as of text,
    /// <see cref="ColumnBlock.Codes"/>, with numbers that <see cref="ColumnBlock.Texts"/> gives. A number that is missing is NaN and a
    /// text <see cref="TextCodes.Missing"/>; infinite numbers are left as they are.
    /// </summary>
    /// <param name="first">The first of them, from 0.</param>
    /// <param name="count">How many.</param>
    /// <param name="columns">Where to.</param>
    protected abstract void ReadRows(long first, int count, IReadOnlyList<ColumnBlock> columns);

    /// <summary>
    /// Reads the numbers of one column to where they are wanted, where the format can do that without a copy. A number that is missing is NaN.
    /// </summary>
    /// <param name="first">The first row, from 0.</param>
    /// <param name="place">The place of the column.</param>
    /// <param name="destination">[rows, cell shape]; the rows are all there.</param>
    /// <returns>Whether it was done.</returns>
    protected internal virtual bool TryReadNumbers(long first, int place, Span<float> destination) => false;

    /// <summary>Closes what the table holds open.</summary>
    /// <param name="disposing">Whether it was asked to.</param>
    protected virtual void Dispose(bool disposing)
    {
    }

    /// <summary>Where the format reads a column into: numbers that are wanted as text come as numbers first.</summary>
    private ColumnBlock AsStored(ColumnBlock column)
    {
        TableField field = this.Fields[column.Place];
        bool isText = column.Content == ColumnContent.Text;
        bool fits = field.Kind switch
        {
            TableFieldKind.Text => isText,
            TableFieldKind.Date => column.Content != ColumnContent.Single,
            _ => !isText || field.Shape.Count == 0,
        };
        if (!fits)
        {
            throw new ArgumentException($"Column '{field.Name}' holds {field.Kind}; it cannot be read as {column.Content}.");
        }

        return isText && field.Kind is TableFieldKind.Number or TableFieldKind.Truth
            ? new ColumnBlock(column.Place, ColumnContent.Double)
            : column;
    }

    private static void WriteOut(TableField field, ReadOnlySpan<double> numbers, ColumnBlock texts)
    {
        texts.Resize(numbers.Length);
        Span<char> text = stackalloc char[32];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (double.IsNaN(numbers[i]))
            {
                texts.Codes[i] = TextCodes.Missing;
            }
            else
            {
                texts.Codes[i] = texts.Texts.Of(Text(field, numbers[i], text));
            }
        }
    }

    private static ReadOnlySpan<char> Text(TableField field, double number, Span<char> room)
    {
        if (field.Kind == TableFieldKind.Truth)
        {
            return number != 0 ? bool.TrueString : bool.FalseString;
        }

        number.TryFormat(room, out int written, provider: CultureInfo.InvariantCulture);
        return room[..written];
    }
}
