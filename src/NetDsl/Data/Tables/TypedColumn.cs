using System.Runtime.CompilerServices;

namespace NetDsl.Data;

/// <summary>
/// A column whose cells come one after the other, and which finds out what it holds: one that nobody asked for may turn out to be text and is
/// then left out.
/// </summary>
internal sealed class TypedColumn
{
    // So many cells of a column of text tell whether it holds dates.
    private const int MostDatesTried = 100;

    private readonly TableSource source;
    private readonly ColumnRole role;
    private readonly MissingValues policy;
    private readonly MissingMarkers markers;
    private IReadOnlyList<string>? classes;
    private readonly TypedCells stored;
    private readonly ValueChunks<float> singles;
    private readonly TextCodes texts = new();
    private bool isStored;
    private bool takesSingles;
    private long pending;
    private readonly bool dropsLabels;
    private long firstRow;
    private string firstProblem = string.Empty;
    private long datesTried;

    /// <param name="source">Where the rows come from; it knows the row that is being read.</param>
    /// <param name="role">What the column is wanted for.</param>
    /// <param name="options">What becomes of missing values, and the classes.</param>
    /// <param name="markers">What stands for missing values.</param>
    public TypedColumn(TableSource source, ColumnRole role, TableOptions options, MissingMarkers markers)
    {
        this.source = source;
        this.role = role;
        this.stored = new TypedCells(role.Use is ColumnUse.Group or ColumnUse.Time);
        this.singles = this.stored.Singles;
        this.policy = options.Missing;
        this.markers = markers;
        this.dropsLabels = options.DropsLabels;
        if (role.Use is ColumnUse.Label or ColumnUse.Target && options.KnownLabels() is { } known)
        {
            string[] labels = [.. known.Select(label => label.Key)];
            this.classes = this.dropsLabels ? null : labels;
            foreach (string label in labels)
            {
                this.texts.Of(label);
            }
        }

        this.IsText = !role.MayBeNumbers;
        this.Kind = this.IsText ? TableFieldKind.Text : null;
        this.isStored = this.IsText;
    }

    public string Name => this.role.Name;

    /// <summary>What the cells hold; null while all are missing.</summary>
    public TableFieldKind? Kind { get; private set; }

    /// <summary>Whether cells are kept as text, so that numbers are wanted as they are written.</summary>
    public bool IsText { get; private set; }

    /// <summary>The number of cells that are missing.</summary>
    public long Missing { get; private set; }

    /// <summary>The extents of the array in each cell; empty for a single number.</summary>
    public int[] Shape { get; private set; } = [];

    /// <summary>Whether the column holds text that nobody asked for, so that its cells are not kept.</summary>
    public bool IsLeftOut => !this.isStored && this.Kind is TableFieldKind.Text or TableFieldKind.Date;

    /// <summary>Whether nobody asked for the column and all its cells are missing, so that it is left out.</summary>
    public bool IsEmpty => this.MayBeLeftOut && this.Kind is null;

    /// <summary>Whether the column holds times.</summary>
    public bool IsTime => this.role.Use == ColumnUse.Time;

    /// <summary>Whether the numbers are kept in double precision.</summary>
    public bool IsDouble => this.stored.AreDouble;

    private bool MayBeLeftOut => !this.role.IsNamed;

    /// <summary>What was found, once all cells are known.</summary>
    public TableField Field() => new(this.Name, this.Kind ?? TableFieldKind.Number, this.Shape)
    {
        Missing = this.Missing * this.stored.Width,
        Texts = this.IsText ? this.texts.Texts : null,
    };

    /// <summary>Takes a finite number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddNumber(float number)
    {
        if (this.takesSingles)
        {
            this.singles.Add(number);
        }
        else
        {
            this.AddFirst(number);
        }
    }

    /// <summary>Takes a finite number of a column that is kept in double precision.</summary>
    public void AddDouble(double number, TableFieldKind kind = TableFieldKind.Number)
    {
        if (this.Kind != kind)
        {
            this.BeginNumbers(kind, []);
        }

        this.stored.Doubles.Add(number);
    }

    /// <summary>Takes an array of finite numbers.</summary>
    public void AddArray(ReadOnlySpan<float> numbers, int[] shape)
    {
        this.BeginNumbers(TableFieldKind.Number, shape);
        foreach (float number in numbers)
        {
            this.singles.Add(number);
        }
    }

    /// <summary>Takes a cell that is no number, or one of a column of text: text, nothing, or what stands for it.</summary>
    /// <param name="text">The cell without the space around it.</param>
    public void AddText(ReadOnlySpan<char> text)
    {
        // What nobody knows to be numbers or labels yet is no number, and so a label.
        bool isLabel = this.IsText || (this.Kind is null && this.role is { MayBeText: true, IsRequired: true });
        if (this.markers.Have(text, isLabel))
        {
            this.AddMissing(text.IsEmpty ? "the cell is empty" : $"'{text}' is no number");
        }
        else if (this.IsText)
        {
            this.AddLabel(text);
        }
        else if (this.role.Use == ColumnUse.Time)
        {
            this.AddTime(text);
        }
        else if (this.Kind is null && this.role.MayBeText && (this.role.IsRequired || !IsTruth(text, out _)))
        {
            this.BeginTexts();
            this.AddLabel(text);
        }
        else if (IsTruth(text, out bool truth) && this.Kind is null or TableFieldKind.Truth && this.Shape.Length == 0)
        {
            this.BeginNumbers(TableFieldKind.Truth, []);
            this.stored.Add(truth ? 1 : 0);
        }
        else
        {
            this.AddNoNumber(text);
        }
    }

    /// <summary>Takes a cell that is wrong in a column of numbers, as an array with a hole is.</summary>
    /// <param name="problem">What is wrong with it.</param>
    public void AddWrong(string problem)
    {
        if (!this.MayBeLeftOut || this.isStored)
        {
            throw this.NoNumber(this.source.Row, problem);
        }

        this.Remember(problem);
        this.Kind = TableFieldKind.Text;
    }

    /// <summary>Takes a cell that is missing.</summary>
    /// <param name="problem">What is wrong with it where none may be missing.</param>
    public void AddMissing(string problem)
    {
        this.Missing++;
        bool isAllowed = this.policy == MissingValues.Drop || (this.dropsLabels && this.role.Use == ColumnUse.Label) || (this.policy != MissingValues.Error && !this.role.IsRequired);
        if (!isAllowed && (this.role.IsNamed || this.isStored))
        {
            bool isLabel = this.role.Use == ColumnUse.Label || (this.role is { Use: ColumnUse.Target, MayBeText: true } && this.Kind != TableFieldKind.Number);
            throw isLabel
                ? this.source.RowError(this.Name, "the label is empty.")
                : this.NoNumber(this.source.Row, problem, ", or choose what becomes of missing values");
        }

        if (!this.isStored)
        {
            if (!isAllowed)
            {
                this.Remember(problem);
            }

            this.pending++;
            return;
        }

        this.stored.AddMissing(1, this.IsText);
    }

    /// <summary>Takes a number that is none of single precision, however it is written.</summary>
    public void AddInfinite(string text) => throw this.source.RowError(
        this.Name, $"'{text}' is no finite number of single precision. Remove the row or replace the value.");

    /// <summary>Takes what stands for no number.</summary>
    public void AddNaN(string text) => this.AddMissing($"'{text}' is no finite number of single precision. Remove the row or replace the value");

    /// <summary>Begins again with no rows, of which it is known now what they hold.</summary>
    /// <param name="names">The classes or categories, which no other may join; null where there are none.</param>
    public void BeginBatch(IReadOnlyList<string>? names)
    {
        this.Clear();
        this.Missing = 0;
        this.classes = this.dropsLabels ? this.classes : names ?? this.classes;
        if (this.IsEmpty)
        {
            this.Kind = TableFieldKind.Text;
            this.Remember("all cells of the column were empty in the first batch");
        }
    }

    /// <summary>Forgets the cells, but not what was found.</summary>
    public void Clear()
    {
        this.stored.Clear();
        this.pending = 0;
    }

    /// <summary>Copies cells of rows that follow each other.</summary>
    /// <param name="first">The first of the rows, counted from the last time that the cells were forgotten.</param>
    /// <param name="block">Where to.</param>
    public void CopyTo(long first, ColumnBlock block)
    {
        if (this.isStored)
        {
            this.stored.CopyTo(first, block, this.texts);
        }
        else
        {
            block.Singles.Fill(float.NaN);
            block.Doubles.Fill(double.NaN);
        }
    }

    private static bool IsTruth(ReadOnlySpan<char> text, out bool truth)
    {
        truth = text.Equals(bool.TrueString, StringComparison.OrdinalIgnoreCase);
        return truth || text.Equals(bool.FalseString, StringComparison.OrdinalIgnoreCase);
    }

    private static string Describe(int[] shape) => shape.Length == 0 ? "one number" : $"an array of shape ({string.Join(", ", shape)})";

    private void AddFirst(float number)
    {
        this.BeginNumbers(TableFieldKind.Number, []);
        this.takesSingles = !this.IsDouble;
        this.stored.Add(number);
    }

    /// <summary>Takes a number where the column holds none so far, or others.</summary>
    private void BeginNumbers(TableFieldKind kind, int[] shape)
    {
        if (this.Kind == kind && this.isStored)
        {
            if (!this.Shape.AsSpan().SequenceEqual(shape))
            {
                throw this.source.RowError(
                    this.Name, $"the cell holds {Describe(shape)}; the first row has {Describe(this.Shape)}. All rows need the same shape.");
            }

            return;
        }

        // Text above and a number here: neither a column of numbers nor one that can be left out without a word.
        if (this.firstRow != 0)
        {
            throw this.NoNumber(this.firstRow, this.firstProblem);
        }

        if (this.isStored)
        {
            throw this.NoNumber(this.source.Row, "numbers, dates and truth values are mixed in the column");
        }

        this.Kind = kind;
        this.Shape = shape;
        this.stored.Width = shape.Aggregate(1, (size, extent) => size * extent);
        this.isStored = true;
        this.stored.AddMissing(this.pending, this.IsText);
    }

    private void BeginTexts()
    {
        this.Kind = TableFieldKind.Text;
        this.IsText = true;
        this.isStored = true;
        this.stored.AddMissing(this.pending, this.IsText);
    }

    private void AddLabel(ReadOnlySpan<char> text)
    {
        int known = this.texts.Count;
        int code = this.texts.Of(text);
        if (code == known)
        {
            this.CheckNew(code);
        }

        this.stored.Codes.Add(code);
    }

    private void CheckNew(int code)
    {
        if (this.classes is not null)
        {
            throw this.source.RowError(this.Name, LabelClasses.OutOfRange(this.texts.Texts[code], this.classes));
        }

        bool isLabel = this.role.Use is ColumnUse.Label or ColumnUse.Target;
        if (this.role.Use != ColumnUse.Group && code == (isLabel ? DatasetChecks.MostClasses : LabelClasses.MostCategories))
        {
            throw this.source.RowError(this.Name, LabelClasses.TooMany(isLabel));
        }
    }

    private void AddTime(ReadOnlySpan<char> text)
    {
        if (!IsoTime.TryParse(text, out double seconds))
        {
            throw this.source.RowError(this.Name, $"'{text}' is no time; a number or a date as 2024-05-31T12:00:00Z was expected.");
        }

        this.AddDouble(seconds, TableFieldKind.Date);
    }

    private void AddNoNumber(ReadOnlySpan<char> text)
    {
        if (!this.MayBeLeftOut || (this.isStored && this.Kind != TableFieldKind.Truth))
        {
            throw this.NoNumber(this.source.Row, $"'{text}' is no number");
        }

        if (this.isStored)
        {
            // Truth values so far, and now other text: text throughout.
            this.isStored = false;
            this.Clear();
        }

        bool mayBeDates = this.Kind is null or TableFieldKind.Date;
        if (this.firstRow == 0 || this.Kind is null)
        {
            this.firstRow = 0;
            this.Remember($"'{text}' is no number");
        }

        if (this.datesTried++ < MostDatesTried || this.Kind is null)
        {
            this.Kind = mayBeDates && IsoTime.TryParse(text, out _) ? TableFieldKind.Date : TableFieldKind.Text;
        }
    }

    private void Remember(string problem)
    {
        if (this.firstRow == 0)
        {
            (this.firstRow, this.firstProblem) = (this.source.Row, problem);
        }
    }

    private DataFormatException NoNumber(long row, string problem, string more = "")
    {
        string hint = this.role.IsNamed ? ". Correct it or remove the row" : ", as in other cells of the column. Or choose the feature columns by name";
        return this.source.RowError(row, this.Name, $"{problem}; a number with a decimal point was expected{hint}{more}.");
    }
}
