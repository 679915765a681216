using System.Globalization;
using System.Text;

namespace NetDsl.Data;

/// <summary>The columns of a CSV file that are wanted, which take its rows.</summary>
internal sealed class CsvColumns
{
    // Longer cells are no names; they take the way over the heap.
    private const int LongestOnStack = 256;

    private readonly TypedColumn?[] columns;
    private readonly TableSource source;
    private readonly string firstLine;
    private readonly MissingMarkers markers;
    private readonly TableFieldKind[] guesses;

    /// <param name="names">The names of all columns.</param>
    /// <param name="options">Which columns are what.</param>
    /// <param name="source">Names the file and the line in errors.</param>
    public CsvColumns(string[] names, CsvOptions options, TableSource source)
    {
        this.Names = names;
        this.source = source;
        this.firstLine = options.HasHeader ? "header" : "first row";
        this.markers = new MissingMarkers(options.MissingMarkers);
        this.guesses = new TableFieldKind[names.Length];
        ColumnRole?[] roles = ColumnRole.Of(names, new ColumnChoice(names, options, source), options);
        this.columns = [.. roles.Select(role => role is null ? null : new TypedColumn(source, role, options, this.markers))];
        this.AreNumbers = [.. this.columns.Select(column => column is { IsText: false, IsDouble: false } && !this.markers.HaveNumbers)];
        this.All = [.. Enumerable.Range(0, names.Length).Where(place => this.columns[place] is not null)];
    }

    /// <summary>Names the file and the line in errors.</summary>
    public TableSource Source => this.source;

    /// <summary>The names of all columns.</summary>
    public string[] Names { get; }

    /// <summary>For each column, whether its cells are likely to be numbers of single precision.</summary>
    public bool[] AreNumbers { get; }

    /// <summary>The places of the columns that are wanted.</summary>
    public int[] All { get; }

    /// <summary>What was found, once all rows are known.</summary>
    public TableField[] Fields() => [.. this.columns.Select((column, place) =>
        column?.Field() ?? new TableField(this.Names[place], this.guesses[place]))];

    /// <summary>The table of all rows that were taken.</summary>
    public TableFile Gathered(long count) => new GatheredTable(this.source.Path, this.Fields(), this.columns, count);

    /// <summary>Forgets the cells, but not what was found.</summary>
    public void Clear()
    {
        foreach (int place in this.All)
        {
            this.columns[place]!.Clear();
        }
    }

    /// <summary>Copies cells of rows that were taken.</summary>
    public void CopyTo(IReadOnlyList<ColumnBlock> blocks)
    {
        foreach (ColumnBlock block in blocks)
        {
            this.columns[block.Place]!.CopyTo(0, block);
        }
    }

    /// <summary>The kinds of columns that nobody wants, by their first cells.</summary>
    public void Guess(CsvRows row)
    {
        foreach (int place in Enumerable.Range(0, Math.Min(row.Count, this.Names.Length)).Where(place => this.columns[place] is null))
        {
            string text = Encoding.UTF8.GetString(row.Text(place));
            this.guesses[place] =
                double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? TableFieldKind.Number :
                bool.TryParse(text, out _) ? TableFieldKind.Truth :
                IsoTime.TryParse(text, out _) ? TableFieldKind.Date :
                TableFieldKind.Text;
        }
    }

    /// <summary>Takes a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="places">The places of the columns that take their cells.</param>
    public void Add(CsvRows row, int[] places)
    {
        // All cells count, also those of columns that are not used: a stray quotation mark there can have swallowed other rows.
        if (row.Count != this.Names.Length)
        {
            throw this.source.RowError(null, $"the row has {row.Count} cells; the {this.firstLine} has {this.Names.Length}.");
        }

        foreach (int place in places)
        {
            TypedColumn column = this.columns[place]!;
            float number = row.Number(place);
            if (!float.IsNaN(number) && !column.IsText)
            {
                column.AddNumber(number);
            }
            else
            {
                this.AddCell(column, row.Text(place));
            }
        }
    }

    private static bool MayBeginNumber(byte first) => first is >= (byte)'0' and <= (byte)'9' or (byte)'.' or (byte)'-' or (byte)'+'
        or (byte)'I' or (byte)'i' or (byte)'N' or (byte)'n' or >= 0x80 or <= (byte)' ';

    private void AddCell(TypedColumn column, ReadOnlySpan<byte> text)
    {
        if (column.IsText || text.IsEmpty || !MayBeginNumber(text[0]))
        {
            if (!column.IsLeftOut || text.IsEmpty)
            {
                AddText(column, text);
            }
        }
        else if (column.IsDouble)
        {
            this.AddDouble(column, text);
        }
        else if (!NumberText.TryParse(text, out float number))
        {
            AddText(column, text);
        }
        else if (float.IsNaN(number))
        {
            column.AddNaN(Encoding.UTF8.GetString(text));
        }
        else if (this.markers.Have(number))
        {
            column.AddMissing($"'{Encoding.UTF8.GetString(text)}' stands for a missing value");
        }
        else if (float.IsInfinity(number))
        {
            column.AddInfinite(Encoding.UTF8.GetString(text));
        }
        else
        {
            column.AddNumber(number);
        }
    }

    private void AddDouble(TypedColumn column, ReadOnlySpan<byte> text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            AddText(column, text);
        }
        else if (double.IsNaN(number) || this.markers.Have((float)number))
        {
            column.AddNaN(Encoding.UTF8.GetString(text));
        }
        else if (double.IsInfinity(number))
        {
            column.AddInfinite(Encoding.UTF8.GetString(text));
        }
        else
        {
            column.AddDouble(number);
        }
    }

    private static void AddText(TypedColumn column, ReadOnlySpan<byte> text)
    {
        Span<char> characters = text.Length <= LongestOnStack ? stackalloc char[LongestOnStack] : new char[text.Length];
        column.AddText(characters[..Encoding.UTF8.GetChars(text, characters)]);
    }
}
