using System.Collections;
using System.Globalization;
using System.Runtime.InteropServices;

namespace NetDsl.Data;

/// <summary>
/// Makes a data set of rows that come one after the other, for example of the objects of a program. A cell is a number
/// of any type, text with a number (with a decimal point, whatever the culture), a truth value, which counts as 1 or 0, or an array or
/// nested list of these; in a column of labels it may be anything, and in one of times a date. After an error the builder cannot be used any
/// more.
/// </summary>
public sealed class DatasetBuilder
{
    private readonly TableSource source = new(path: null);
    private readonly MissingMarkers markers;
    private readonly string[] names;
    private readonly TypedColumn?[] columns;
    private readonly List<float> arrayValues = [];
    private readonly CellArray array;
    private TableOptions options;
    private IReadOnlyDictionary<string, IReadOnlyList<string>>? fixedNames;

    /// <summary>A builder for rows with given columns.</summary>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="options">Which columns are what; null for columns of numbers, none of them a target.</param>
    /// <exception cref="DataFormatException">A column that the options name is missing.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public DatasetBuilder(IReadOnlyList<string> columns, TableOptions? options = null)
    {
        this.names = [.. columns];
        this.options = options ?? new TableOptions();
        this.markers = new MissingMarkers(this.options.MissingMarkers);
        this.array = new CellArray(this.arrayValues);
        ColumnRole?[] roles = ColumnRole.Of(this.names, new ColumnChoice(this.names, this.options, this.source), this.options);
        this.columns = [.. roles.Select(role => role is null ? null : new TypedColumn(this.source, role, this.options, this.markers))];
    }

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns => this.names;

    /// <summary>The number of rows so far; with batches, of rows in the batch.</summary>
    public int Count { get; private set; }

    /// <summary>The columns that nobody called by their names and that hold no numbers so far: they are left out.</summary>
    public IReadOnlyList<string> TextColumns =>
        [.. this.columns.OfType<TypedColumn>().Where(column => column.IsLeftOut || column.IsEmpty).Select(column => column.Name)];

    /// <summary>Whether a column is read; the cells of one that is not may be anything.</summary>
    /// <param name="column">Its place in <see cref="Columns"/>.</param>
    public bool Uses(int column) => this.columns[column] is not null;

    /// <summary>Takes a row.</summary>
    /// <param name="cells">One for each of <see cref="Columns"/>.</param>
    /// <exception cref="ArgumentException">There are not as many cells as columns.</exception>
    /// <exception cref="DataFormatException">A cell is no finite number or no label; the message gives the number of the row, from 1.</exception>
    public void Add(ReadOnlySpan<object?> cells)
    {
        if (cells.Length != this.names.Length)
        {
            throw new ArgumentException($"The row has {cells.Length} cells; there are {this.names.Length} columns.", nameof(cells));
        }

        this.source.Row++;
        for (int place = 0; place < cells.Length; place++)
        {
            if (this.columns[place] is { } column)
            {
                this.AddCell(column, cells[place]);
            }
        }

        this.Count++;
    }

    /// <summary>The data set of all rows.</summary>
    /// <exception cref="DataFormatException">There is no row, no column of numbers, or there are too few classes.</exception>
    /// <exception cref="ArgumentException">The feature shape does not fit the columns.</exception>
    public Dataset Build() => this.Build(out _);

    /// <summary>The data set of all rows, and what was found.</summary>
    /// <param name="report">What each column holds, and what became of it.</param>
    /// <exception cref="DataFormatException">There is no row, no column of numbers, or there are too few classes.</exception>
    /// <exception cref="ArgumentException">The feature shape does not fit the columns.</exception>
    public Dataset Build(out TableReport report)
    {
        TableField[] fields = [.. this.columns.Select((column, place) =>
            column?.Field() ?? new TableField(this.names[place], TableFieldKind.Text))];
        using GatheredTable table = new(path: null, fields, this.columns, this.Count);
        using TableRowSource rows = TableRowSource.Open(table, this.options, ownsTable: false, this.fixedNames);
        report = rows.Report;
        return rows.ReadAll();
    }

    /// <summary>
    /// The data set of the rows since the last batch, which are forgotten then, so that more rows than fit into memory can come one after the
    /// other. The first batch fixes what the columns hold, the classes and the categories: a class that comes later is an error.
    /// </summary>
    /// <exception cref="DataFormatException">There is no row, no column of numbers, or there are too few classes.</exception>
    /// <exception cref="ArgumentException">The feature shape does not fit the columns.</exception>
    /// <exception cref="InvalidOperationException">Missing values are to be filled in, for which all rows must be known.</exception>
    public Dataset BuildBatch()
    {
        if (this.options.Missing is MissingValues.Mean or MissingValues.Median or MissingValues.Indicator)
        {
            throw new InvalidOperationException(
                $"Batches cannot be filled with the {this.options.Missing} of rows that are still to come. Keep what is missing, or drop such rows.");
        }

        Dataset data = this.Build();
        if (this.fixedNames is null)
        {
            this.fixedNames = NamesOf(data.Layout);
            this.options = data.Classes is null ? this.options : this.options with { Classes = data.Classes };
        }

        foreach (TypedColumn column in this.columns.OfType<TypedColumn>())
        {
            column.BeginBatch(this.fixedNames.GetValueOrDefault(column.Name));
        }

        this.Count = 0;
        return data;
    }

    private static Dictionary<string, IReadOnlyList<string>> NamesOf(RowLayout layout)
    {
        Dictionary<string, IReadOnlyList<string>> found = layout.Categories.ToDictionary(
            category => layout.NameOfFeature(category.Key), category => category.Value, StringComparer.Ordinal);
        if (layout is { LabelName: { } label, Classes: { } classes })
        {
            found.Add(label, classes);
        }

        return found;
    }

    private void AddCell(TypedColumn column, object? cell)
    {
        if (column.IsText)
        {
            column.AddText(CellValue.Text(cell));
        }
        else if (CellValue.Array(cell) is { } list)
        {
            this.AddArray(column, list);
        }
        else if (column.IsDouble)
        {
            AddKey(column, cell);
        }
        else if (!CellValue.TryNumber(cell, out float number))
        {
            column.AddText(CellValue.Text(cell));
        }
        else if (float.IsNaN(number))
        {
            column.AddNaN(CellValue.Text(cell));
        }
        else if (this.markers.Have(number))
        {
            column.AddMissing($"'{CellValue.Text(cell)}' stands for a missing value");
        }
        else if (float.IsInfinity(number))
        {
            column.AddInfinite(CellValue.Text(cell));
        }
        else
        {
            column.AddNumber(number);
        }
    }

    private static void AddKey(TypedColumn column, object? cell)
    {
        switch (cell)
        {
            case DateTime time when column.IsTime:
                column.AddDouble((time.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds, TableFieldKind.Date);
                break;
            case DateTimeOffset time when column.IsTime:
                column.AddDouble((time - DateTimeOffset.UnixEpoch).TotalSeconds, TableFieldKind.Date);
                break;
            default:
                string text = CellValue.Text(cell);
                bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
                if (isNumber && double.IsFinite(number))
                {
                    column.AddDouble(number);
                }
                else if (isNumber)
                {
                    column.AddInfinite(text);
                }
                else
                {
                    column.AddText(text);
                }

                break;
        }
    }

    private void AddArray(TypedColumn column, IList list)
    {
        this.arrayValues.Clear();
        int[] shape = this.array.Read(list);
        if (this.array.Problem is { } problem)
        {
            column.AddWrong(problem);
        }
        else
        {
            column.AddArray(CollectionsMarshal.AsSpan(this.arrayValues), shape);
        }
    }
}
