namespace NetDsl.Data;

/// <summary>
/// A CSV file whose rows are read where they lie. A first reading notes the places of some rows and finds out what the columns hold.
/// </summary>
internal sealed class CsvTable : TableFile
{
    // A place is noted for so many rows, which are also read together.
    private const int RowsOfBlock = 4096;

    private readonly FileStream file;
    private readonly CsvOptions options;
    private readonly CsvColumns columns;
    private readonly List<(long Offset, long Line)> places;
    private readonly TableSource source;
    private readonly long length;
    private CsvRows? rows;
    private long next;

    private CsvTable(string path, CsvOptions options, CsvColumns columns, long count, List<(long Offset, long Line)> places)
        : base(path, columns.Fields(), count)
    {
        this.options = options;
        this.columns = columns;
        this.places = places;
        this.source = columns.Source;
        this.file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        this.length = this.file.Length;
    }

    public override int BlockRows => RowsOfBlock;

    /// <summary>Reads a file once, and opens it to read rows anywhere in it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Which columns are what.</param>
    /// <exception cref="DataFormatException">The file is broken, or packed.</exception>
    public static CsvTable Open(string path, CsvOptions options)
    {
        using CsvScan scan = new(path, options);
        if (scan.Obstacle is { } obstacle)
        {
            throw DataFormatException.InFile(
                path, $"{obstacle}, so that rows cannot be read from its middle. Unpack it or write it in UTF-8, or read it whole.");
        }

        List<(long Offset, long Line)> places = [];
        (CsvColumns columns, long count) = scan.ReadAll((columns, row) =>
        {
            if (row % RowsOfBlock == 0)
            {
                places.Add((scan.Rows.Offset, scan.Rows.Line));
                columns.Clear();
            }
        });
        return new CsvTable(path, options, columns, count, places);
    }

    protected override void ReadRows(long first, int count, IReadOnlyList<ColumnBlock> blocks)
    {
        if (this.file.Length != this.length)
        {
            throw this.Changed();
        }

        this.columns.Clear();
        int[] wanted = [.. blocks.Select(block => block.Place).Distinct()];
        this.GoTo(first);
        for (int row = 0; row < count; row++)
        {
            this.NextRow();
            this.columns.Add(this.rows!, wanted);
        }

        this.columns.CopyTo(blocks);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            this.file.Dispose();
        }

        base.Dispose(disposing);
    }

    private void GoTo(long row)
    {
        if (this.rows is null || row < this.next || row / RowsOfBlock > this.next / RowsOfBlock)
        {
            int place = (int)(row / RowsOfBlock);
            (long offset, long line) = this.places[place];
            this.file.Position = offset;
            this.rows = new CsvRows(this.file, this.source, (byte)this.options.Delimiter, line, offset) { AreNumbers = this.columns.AreNumbers };
            this.next = (long)place * RowsOfBlock;
        }

        while (this.next < row)
        {
            this.NextRow();
        }
    }

    private void NextRow()
    {
        if (!this.rows!.Next())
        {
            throw this.Changed();
        }

        this.next++;
    }

    private DataFormatException Changed() => this.source.Error("the file was changed after it was opened. Open it again.");
}
