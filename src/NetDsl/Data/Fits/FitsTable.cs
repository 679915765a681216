namespace NetDsl.Data;

/// <summary>A binary table of a FITS file.</summary>
internal sealed class FitsTable : TableFile
{
    private readonly StoredBytes bytes;
    private readonly RecordReader reader;
    private readonly FitsColumns columns;

    /// <param name="bytes">The file, which is closed with the table.</param>
    /// <param name="part">A binary table.</param>
    /// <param name="columns">Its columns, of which one at least can be read.</param>
    /// <exception cref="DataFormatException">Two columns have the same name.</exception>
    public FitsTable(StoredBytes bytes, FitsPart part, FitsColumns columns)
        : base(bytes.Path, [.. columns.Readable.Select(column => column.Field)], part.Axes[1])
    {
        this.bytes = bytes;
        this.columns = columns;
        this.reader = new RecordReader(bytes, part.Begin, (int)part.Axes[0], columns.Readable);
    }

    /// <inheritdoc/>
    public override int BlockRows => this.reader.BlockRows;

    /// <summary>Says of a column that is asked for by its name why it cannot be read, where it cannot.</summary>
    /// <exception cref="DataFormatException">It cannot.</exception>
    public void CheckAskedFor(TableOptions options)
    {
        IEnumerable<string?> asked =
        [
            .. options.Targets, .. options.Features ?? [], .. options.Categories, options.SampleWeights, options.Group, options.Time,
        ];
        if (this.columns.All.FirstOrDefault(column => column.Problem is not null && asked.Contains(column.Name)) is { } unreadable)
        {
            throw DataFormatException.InFile(
                this.Path, $"column '{unreadable.Name}' cannot be read: {unreadable.Problem}.", unreadable.Name);
        }
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
}
