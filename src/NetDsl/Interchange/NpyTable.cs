using NetDsl.Data;

namespace NetDsl.Interchange;

/// <summary>
/// The records of an NPY file (NumPy's structured arrays) as a table. Fields of numbers and truth values, of arrays of them, of text (S, U) and of
/// times (datetime64 with a unit from weeks to attoseconds) are its columns; a record within a record gives columns OUTER.INNER. Fields of other
/// types are left out. Rows are read where they lie; a file packed with gzip is unpacked into memory.
/// </summary>
internal sealed class NpyTable : TableFile
{
    // The units of datetime64 that have a fixed length, as units in a second.
    private static readonly Dictionary<string, double> Units = new(StringComparer.Ordinal)
    {
        ["W"] = 1 / 604_800d,
        ["D"] = 1 / 86_400d,
        ["h"] = 1 / 3600d,
        ["m"] = 1 / 60d,
        ["s"] = 1,
        ["ms"] = 1e3,
        ["us"] = 1e6,
        ["ns"] = 1e9,
        ["ps"] = 1e12,
        ["fs"] = 1e15,
        ["as"] = 1e18,
    };

    private readonly StoredBytes bytes;
    private readonly RecordReader reader;

    private NpyTable(NpyContent content, RecordReader reader, StoredBytes file)
        : base(content.Bytes.Path, reader.Fields, content.Count)
    {
        this.bytes = file;
        this.reader = reader;
    }

    /// <inheritdoc/>
    public override int BlockRows => this.reader.BlockRows;

    /// <summary>Opens a file of records.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">It is no NPY file of records in one dimension, or none of their fields can be read.</exception>
    public static NpyTable Open(string path)
    {
        StoredBytes bytes = StoredBytes.Open(path);
        try
        {
            return Of(NpyContent.Read(bytes), bytes);
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    /// <summary>The table of an array whose header was read.</summary>
    /// <param name="content">The array.</param>
    /// <param name="file">What is closed with the table.</param>
    /// <exception cref="DataFormatException">It holds no records in one dimension, or none of their fields can be read.</exception>
    public static NpyTable Of(NpyContent content, StoredBytes file)
    {
        NpyType type = content.Header.Type;
        if (!type.IsRecord || content.Header.Shape.Length > 1)
        {
            throw DataFormatException.InFile(
                content.Bytes.Path,
                $"a table of records in one dimension was expected; the file has values of type {type.Text} and the shape " +
                $"({string.Join(", ", content.Header.Shape)}).");
        }

        List<RecordColumn> columns = [];
        List<string> leftOut = [];
        Add(type, string.Empty, 0, columns, leftOut);
        if (columns.Count == 0)
        {
            throw DataFormatException.InFile(
                content.Bytes.Path, $"none of the fields {string.Join(", ", leftOut)} holds numbers, text or times that can be read.");
        }

        return new NpyTable(content, new RecordReader(content.Bytes, content.Begin, type.Size, columns), file);
    }

    /// <inheritdoc/>
    protected override void ReadRows(long first, int count, IReadOnlyList<ColumnBlock> columns) => this.reader.Read(first, count, columns);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            this.bytes.Dispose();
        }

        base.Dispose(disposing);
    }

    private static void Add(NpyType record, string prefix, int offset, List<RecordColumn> columns, List<string> leftOut)
    {
        foreach (NpyField field in record.Fields)
        {
            string name = prefix + field.Name;
            int place = offset + field.Offset;
            if (field.Type.IsRecord && field.Shape.Count == 0)
            {
                Add(field.Type, $"{name}.", place, columns, leftOut);
            }
            else if (Column(field, name, place) is { } column)
            {
                columns.Add(column);
            }
            else if (field.Type.Kind != 'V' || field.Name.Length > 0)
            {
                leftOut.Add(name);
            }
        }
    }

    private static RecordColumn? Column(NpyField field, string name, int offset)
    {
        NpyType type = field.Type;
        bool isEmpty = field.Size == 0;
        bool isOne = field.Shape.Count == 0;
        TableFieldKind kind = type.Kind == 'b' ? TableFieldKind.Truth : TableFieldKind.Number;
        return type switch
        {
            { Number: { } number } when !isEmpty => new RecordNumbers(
                new TableField(name, kind, field.Shape) { Missing = number.Kind == 'f' ? null : 0 }, offset, number),
            { Characters: { } text } when isOne => new RecordTexts(new TableField(name, TableFieldKind.Text), offset, text),
            { Kind: 'M' } when isOne && UnitsPerSecond(type.Text) is { } units =>
                new RecordTimes(new TableField(name, TableFieldKind.Date), offset, type.IsBigEndian, units),
            _ => null,
        };
    }

    /// <summary>The units in a second of a type such as &lt;M8[ns] or &lt;M8[25s]; null for those of no fixed length, months and years.</summary>
    private static double? UnitsPerSecond(string type)
    {
        int begin = type.IndexOf('[', StringComparison.Ordinal) + 1;
        if (begin == 0 || !type.EndsWith(']') || !type.Contains("M8[", StringComparison.Ordinal))
        {
            return null;
        }

        ReadOnlySpan<char> unit = type.AsSpan(begin, type.Length - begin - 1);
        int digits = Math.Max(0, unit.IndexOfAnyExceptInRange('0', '9'));
        int multiple = 1;
        return (digits == 0 || int.TryParse(unit[..digits], out multiple)) && multiple > 0 &&
            Units.TryGetValue(unit[digits..].ToString(), out double perSecond)
            ? perSecond / multiple
            : null;
    }
}
