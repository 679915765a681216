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
                WriteOut(asked[i].Doubles, columns[i]);
            }
        }
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

    private static void WriteOut(ReadOnlySpan<double> numbers, ColumnBlock texts)
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
                numbers[i].TryFormat(text, out int written, provider: CultureInfo.InvariantCulture);
                texts.Codes[i] = texts.Texts.Of(text[..written]);
            }
        }
    }
}
