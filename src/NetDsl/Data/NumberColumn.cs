using System.Runtime.InteropServices;

namespace NetDsl.Data;

/// <summary>
/// A column of finite numbers, or of arrays of as many in each row; one that nobody asked for may turn out to be text and is then left out.
/// </summary>
internal sealed class NumberColumn
{
    private readonly TableSource source;
    private readonly bool mayBeText;
    private readonly List<float> values = [];
    private readonly CellArray array;
    private long textRow;
    private string text = string.Empty;

    /// <param name="source">Where the rows come from.</param>
    /// <param name="name">Its name.</param>
    /// <param name="place">Its place, from 0.</param>
    /// <param name="mayBeText">Whether text throughout is no error.</param>
    public NumberColumn(TableSource source, string name, int place, bool mayBeText)
    {
        this.source = source;
        this.Name = name;
        this.Place = place;
        this.mayBeText = mayBeText;
        this.array = new CellArray(this.values);
    }

    public string Name { get; }

    public int Place { get; }

    /// <summary>Whether no cell so far was a number.</summary>
    public bool IsText => this.values.Count == 0;

    /// <summary>The extents of a row's array; empty for a single number.</summary>
    public int[] Shape { get; private set; } = [];

    /// <summary>The number of values a row.</summary>
    public int Width { get; private set; } = 1;

    /// <summary>The values of all rows.</summary>
    public ReadOnlySpan<float> Values => CollectionsMarshal.AsSpan(this.values);

    /// <summary>A name for each value of a row.</summary>
    public IEnumerable<string> Names => this.Shape.Length == 0
        ? [this.Name]
        : Enumerable.Range(0, this.Width).Select(i => FormattableString.Invariant($"{this.Name}[{i}]"));

    /// <summary>Takes the cell of the row that is being read.</summary>
    public void Add(object? cell)
    {
        if (CellValue.Array(cell) is { } list)
        {
            int before = this.values.Count;
            int[] shape = this.array.Read(list);
            if (this.array.Problem is { } problem)
            {
                this.TakeText(problem);
                return;
            }

            this.CheckShape(before == 0, shape);
        }
        else if (CellValue.TryNumber(cell, out float value))
        {
            if (!float.IsFinite(value))
            {
                throw this.source.RowError(
                    this.Name, $"'{CellValue.Text(cell)}' is no finite number of single precision. Remove the row or replace the value.");
            }

            bool isFirst = this.values.Count == 0;
            this.values.Add(value);
            this.CheckShape(isFirst, []);
        }
        else
        {
            string content = CellValue.Text(cell);
            this.TakeText(content.Length == 0 ? "the cell is empty" : $"'{content}' is no number");
        }
    }

    private void TakeText(string problem)
    {
        if (!this.mayBeText || !this.IsText)
        {
            throw this.NoNumber(this.source.Row, problem);
        }

        if (this.textRow == 0)
        {
            (this.textRow, this.text) = (this.source.Row, problem);
        }
    }

    private void CheckShape(bool isFirst, int[] shape)
    {
        // Text above and a number here: neither a column of numbers nor one that can be left out without a word.
        if (this.textRow != 0)
        {
            throw this.NoNumber(this.textRow, this.text);
        }

        if (isFirst)
        {
            this.Shape = shape;
            this.Width = this.values.Count;
        }
        else if (!this.Shape.AsSpan().SequenceEqual(shape))
        {
            throw this.source.RowError(
                this.Name, $"the cell holds {Describe(shape)}; the first row has {Describe(this.Shape)}. All rows need the same shape.");
        }
    }

    private static string Describe(int[] shape) => shape.Length == 0 ? "one number" : $"an array of shape ({string.Join(", ", shape)})";

    private DataFormatException NoNumber(long row, string problem)
    {
        string hint = this.mayBeText ? ", as in other cells of the column. Or choose the feature columns by name" : ". Correct it or remove the row";
        return this.source.RowError(row, this.Name, $"{problem}; a number with a decimal point was expected{hint}.");
    }
}
