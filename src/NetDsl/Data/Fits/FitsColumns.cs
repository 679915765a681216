namespace NetDsl.Data;

/// <summary>The columns of a binary table, as its header describes them (FITS standard 4.0, section 7.3).</summary>
internal sealed class FitsColumns
{
    private const int MostColumns = 999;

    // A cell with more texts is no row of names, but text cut into characters.
    private const int MostTexts = 999;

    private readonly FitsPart part;
    private readonly StoredBytes bytes;
    private readonly List<RecordColumn> readable = [];
    private readonly List<FitsColumn> all = [];

    /// <summary>Reads what the header says, and where columns have arrays of any length whether they are of one.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="part">A binary table.</param>
    /// <exception cref="DataFormatException">The header contradicts itself, or an array lies outside the heap.</exception>
    public FitsColumns(StoredBytes bytes, FitsPart part)
    {
        this.bytes = bytes;
        this.part = part;
        long count = part.Header.Size("TFIELDS");
        if (count > MostColumns || part.Axes[0] > int.MaxValue)
        {
            throw part.Header.Error(FormattableString.Invariant(
                $"there are {count} columns in rows of {part.Axes[0]} bytes; at most {MostColumns} and 2^31 were expected."));
        }

        long offset = 0;
        for (int number = 1; number <= count; number++)
        {
            offset += this.Add(number, (int)offset);
        }
    }

    /// <summary>All columns.</summary>
    public IReadOnlyList<FitsColumn> All => this.all;

    /// <summary>Those that can be read; of texts that are an array in a cell each is one.</summary>
    public IReadOnlyList<RecordColumn> Readable => this.readable;

    private FitsHeader Header => this.part.Header;

    /// <summary>Adds a column and gives the bytes of its cells.</summary>
    private long Add(int number, int offset)
    {
        string name = this.Text("TTYPE", number) is { Length: > 0 } given ? given : FormattableString.Invariant($"col{number}");
        string format = this.Text("TFORM", number) ?? throw this.Header.Error(FormattableString.Invariant($"TFORM{number} is missing."), name);
        FitsForm form = FitsForm.Parse(format) ?? throw this.Header.Error(
            $"the format '{format}' of column '{name}' is none of a binary table.", name);
        if (offset + form.CellSize > this.part.Axes[0])
        {
            throw this.Header.Error(
                FormattableString.Invariant($"the columns up to '{name}' take {offset + form.CellSize} bytes; a row has {this.part.Axes[0]}."), name);
        }

        (IEnumerable<RecordColumn> columns, string? problem) = this.Columns(number, name, form, offset);
        int before = this.readable.Count;
        this.readable.AddRange(columns);
        TableField? field = problem is null ? this.readable[before].Field with { Name = name } : null;
        this.all.Add(new FitsColumn(name, format, this.Text("TUNIT", number), field, problem));
        return form.CellSize;
    }

    private (IEnumerable<RecordColumn> Columns, string? Problem) Columns(int number, string name, FitsForm form, int offset)
    {
        string? dimensions = this.Text("TDIM", number);
        if (form.Repeat == 0)
        {
            return ([], "its cells are empty");
        }

        int[] shape = form.Repeat == 1 ? [] : FitsForm.Extents(dimensions, form.Repeat) is { Length: > 0 } extents ? extents : [form.Repeat];
        switch (form.Letter)
        {
            case 'A': return Texts(name, form, dimensions, offset);
            case 'L': return ([new RecordTruths(new TableField(name, TableFieldKind.Truth, shape), offset)], null);
            case 'X': return ([new RecordBits(new TableField(name, TableFieldKind.Truth, shape) { Missing = 0 }, offset)], null);
            case 'P' or 'Q': return this.OfAnyLength(number, name, form, offset);
            case 'C' or 'M': return ([this.Numbers(number, name, form.Letter, [.. shape, 2], offset)], null);
            default: return ([this.Numbers(number, name, form.Letter, shape, offset)], null);
        }
    }

    private static (IEnumerable<RecordColumn> Columns, string? Problem) Texts(string name, FitsForm form, string? dimensions, int offset)
    {
        // The first extent is that of the characters; an old convention writes it behind the letter.
        int[] extents = FitsForm.Extents(dimensions, form.Repeat);
        int size = extents.Length > 1 ? extents[^1]
            : int.TryParse(form.Rest, out int width) && width > 0 && form.Repeat % width == 0 ? width
            : form.Repeat;
        int texts = form.Repeat / size;
        if (texts > MostTexts)
        {
            return ([], FormattableString.Invariant($"its cells hold {texts} texts each"));
        }

        TextFormat format = new(size, TextCoding.Padded);
        return (
            Enumerable.Range(0, texts).Select(i => new RecordTexts(
                new TableField(texts == 1 ? name : FormattableString.Invariant($"{name}[{i}]"), TableFieldKind.Text), offset + (i * size), format)),
            null);
    }

    private RecordNumbers Numbers(int number, string name, char letter, int[] shape, int offset)
    {
        NumberFormat format = FitsForm.Number(letter)!.Value;
        double scale = this.Header.Number(Keyword("TSCAL", number), 1);
        double zero = this.Header.Number(Keyword("TZERO", number), 0);
        byte[] missing = FitsScaling.Missing(this.Header.Integer(Keyword("TNULL", number)), format);
        TableField field = new(name, TableFieldKind.Number, shape) { Missing = format.Kind == 'f' || missing.Length > 0 ? null : 0 };
        return FitsScaling.Column(field, offset, format, scale, zero, missing);
    }

    /// <summary>A column whose cells say where in the heap behind the rows their array lies: of one length in all rows, or text.</summary>
    private (IEnumerable<RecordColumn> Columns, string? Problem) OfAnyLength(int number, string name, FitsForm form, int offset)
    {
        char letter = form.Rest.Length > 0 ? form.Rest[0] : ' ';
        if (form.Repeat != 1 || (letter != 'A' && FitsForm.Number(letter) is null))
        {
            return ([], $"its arrays lie in the heap with the format '{form.Letter}{form.Rest}'");
        }

        FitsHeap heap = new(this.bytes, this.part, form.Letter == 'Q', FitsForm.SizeOf(letter));
        FitsHeapSurvey survey = heap.Survey(name, offset);
        if (survey.Overlap)
        {
            return ([], "its arrays overlap in the heap");
        }

        if (letter == 'A')
        {
            return ([new FitsHeapTexts(new TableField(name, TableFieldKind.Text), offset, heap)], null);
        }

        if (survey.Length is not > 0)
        {
            return ([], survey.Difference ?? "its arrays are empty");
        }

        int[] shape = letter is 'C' or 'M' ? [(int)survey.Length, 2] : [(int)survey.Length];
        return ([new FitsHeapNumbers(this.Numbers(number, name, letter, shape, offset: 0), offset, heap)], null);
    }

    private static string Keyword(string name, int number) => FormattableString.Invariant($"{name}{number}");

    private string? Text(string name, int number) => this.Header.Text(Keyword(name, number));
}
