namespace NetDsl.Data;

/// <summary>Several tables with the same columns as one, one after the other.</summary>
internal sealed class ConcatenatedTable : TableFile
{
    private readonly TableFile[] tables;
    private readonly long[] starts;

    /// <param name="tables">At least one; they are disposed with this one.</param>
    public ConcatenatedTable(IReadOnlyList<TableFile> tables)
        : base(PathOf(tables), FieldsOf(tables), tables.Sum(table => table.Count))
    {
        this.tables = [.. tables.Where(table => table.Count > 0)];
        this.starts = new long[this.tables.Length];
        for (int i = 1; i < this.starts.Length; i++)
        {
            this.starts[i] = this.starts[i - 1] + this.tables[i - 1].Count;
        }
    }

    public override int BlockRows => this.tables.Length == 0 ? 1 : this.tables[0].BlockRows;

    protected override void ReadRows(long first, int count, IReadOnlyList<ColumnBlock> columns)
    {
        int found = Array.BinarySearch(this.starts, first);
        int place = found >= 0 ? found : ~found - 1;
        for (int done = 0; done < count; place++)
        {
            long begin = first + done - this.starts[place];
            int rows = (int)Math.Min(count - done, this.tables[place].Count - begin);
            if (rows == count)
            {
                this.tables[place].Read(begin, rows, columns);
                return;
            }

            ColumnBlock[] parts = [.. columns.Select(column => column.Part())];
            this.tables[place].Read(begin, rows, parts);
            for (int i = 0; i < parts.Length; i++)
            {
                parts[i].CopyTo(columns[i], done * this.Fields[parts[i].Place].Width);
            }

            done += rows;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (TableFile table in this.tables)
            {
                table.Dispose();
            }
        }

        base.Dispose(disposing);
    }

    private static string PathOf(IReadOnlyList<TableFile> tables) => tables.Count == 0
        ? throw new ArgumentException("There is no table to be read.", nameof(tables))
        : string.Join(", ", tables.Select(table => table.Path).Distinct());

    private static TableField[] FieldsOf(IReadOnlyList<TableFile> tables)
    {
        foreach (TableFile other in tables.Skip(1))
        {
            CheckSame(tables[0], other);
        }

        return [.. Enumerable.Range(0, tables[0].Fields.Count).Select(place => Joined([.. tables.Select(table => (table.Fields[place], table.Count))]))];
    }

    /// <summary>What is known of a column of all tables; one without a value in a table may be of any kind there.</summary>
    private static TableField Joined((TableField Field, long Rows)[] fields)
    {
        TableField field = fields.FirstOrDefault(field => !IsEmpty(field.Field, field.Rows), fields[0]).Field;
        return field with
        {
            Missing = fields.All(field => field.Field.Missing is not null) ? fields.Sum(field => field.Field.Missing) : null,
            Texts = fields.All(field => field.Field.Texts is not null) ? [.. fields.SelectMany(field => field.Field.Texts!).Distinct()] : null,
        };
    }

    private static bool IsEmpty(TableField field, long rows) => field.Missing == rows * field.Width;

    private static void CheckSame(TableFile one, TableFile other)
    {
        string[] expected = [.. one.Fields.Select(field => field.Name)];
        string[] names = [.. other.Fields.Select(field => field.Name)];
        if (!names.SequenceEqual(expected))
        {
            throw DataFormatException.InFile(
                other.Path, $"the columns are {string.Join(", ", names)}; those of {one.Path} are {string.Join(", ", expected)}.");
        }

        for (int i = 0; i < names.Length; i++)
        {
            TableField a = one.Fields[i];
            TableField b = other.Fields[i];
            if ((a.Kind != b.Kind || !a.Shape.SequenceEqual(b.Shape)) && !IsEmpty(a, one.Count) && !IsEmpty(b, other.Count))
            {
                throw DataFormatException.InFile(
                    other.Path,
                    $"column '{names[i]}' holds {b.Kind} of shape ({string.Join(", ", b.Shape)}); in {one.Path} it holds {a.Kind} of shape " +
                    $"({string.Join(", ", a.Shape)}).",
                    names[i]);
            }
        }
    }
}
