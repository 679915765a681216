namespace NetDsl.Data;

/// <summary>The rows of a table as those of a data set, read where they lie.</summary>
internal sealed class TableRowSource : RowSource
{
    private readonly TableFile table;
    private readonly TablePlan plan;
    private readonly KeptRows? kept;
    private readonly bool ownsTable;
    private int[] selected = [];

    private TableRowSource(TableFile table, TablePlan plan, RowLayout layout, KeptRows? kept, bool ownsTable)
        : base(table.Path ?? "rows in memory", layout, kept?.Count ?? table.Count)
    {
        this.table = table;
        this.plan = plan;
        this.kept = kept;
        this.ownsTable = ownsTable;
    }

    public override int BlockRows => this.table.BlockRows;

    /// <summary>What was found in the table.</summary>
    public TableReport Report => this.plan.Report(this.table.Count - this.Count);

    /// <summary>Finds out what must be known of the whole table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="options">Which columns are what.</param>
    /// <param name="ownsTable">Whether the table is disposed with the rows.</param>
    /// <param name="names">
    /// The classes and categories by the names of their columns, where an earlier part of the rows has fixed them and which columns are used;
    /// otherwise null.
    /// </param>
    public static TableRowSource Open(
        TableFile table, TableOptions options, bool ownsTable, IReadOnlyDictionary<string, IReadOnlyList<string>>? names = null)
    {
        if (table.Count == 0)
        {
            throw DataFormatException.InFile(table.Path, "there are no rows.");
        }

        TablePlan plan = new(table, options, names);
        foreach (PlannedColumn column in plan.Columns)
        {
            // Known texts get their numbers first, so that they stay the same.
            foreach (string text in (column.Use == ColumnUse.Label ? options.KnownLabels()?.Select(label => label.Key) : null) ?? column.Field.Texts ?? [])
            {
                column.Block.Texts.Of(text);
            }
        }

        TableSurvey? survey = plan.NeedsSurvey ? new TableSurvey(table, plan) : null;
        RowLayout layout = plan.Complete(survey);
        return new TableRowSource(table, plan, layout, survey?.Kept, ownsTable);
    }

    protected internal override void ReadRows(long first, int count, RowValues destination)
    {
        bool isDone = this.kept is null && this.plan.SoleFeature is { } place && this.table.TryReadNumbers(first, place, destination.Features);
        List<PlannedColumn> columns = isDone ? [] : [.. this.plan.Features];
        columns.AddRange(destination.Targets.IsEmpty ? [] : this.plan.Targets);
        if (!destination.SampleWeights.IsEmpty && this.plan.Weights is { } weights)
        {
            columns.Add(weights);
        }

        if (columns.Count == 0)
        {
            return;
        }

        Selection selection = new(this, first, count, columns);
        while (selection.Next())
        {
            RowValues rows = destination.Slice(selection.Done, selection.Rows.Length, this.Layout);
            foreach (PlannedColumn column in columns)
            {
                switch (column.Use)
                {
                    case ColumnUse.Feature: this.WriteFeature(column, selection, rows.Features); break;
                    case ColumnUse.Category: this.WriteCategory(column, selection, rows.Features); break;
                    case ColumnUse.Label: this.WriteLabel(column, selection, rows.Targets); break;
                    case ColumnUse.Target: this.WriteRequired(column, selection, rows.Targets[column.Start..], this.Layout.TargetSize); break;
                    default: this.WriteRequired(column, selection, rows.SampleWeights, 1); break;
                }
            }
        }
    }

    protected internal override RowKeys ReadKeys(long first, int count)
    {
        PlannedColumn[] columns = [.. new[] { this.plan.Group, this.plan.Time }.OfType<PlannedColumn>()];
        if (columns.Length == 0)
        {
            return RowKeys.None;
        }

        int[]? groups = this.plan.Group is null ? null : new int[count];
        double[]? times = this.plan.Time is null ? null : new double[count];
        Selection selection = new(this, first, count, columns);
        while (selection.Next())
        {
            for (int i = 0; i < selection.Rows.Length; i++)
            {
                if (groups is not null)
                {
                    groups[selection.Done + i] = this.GroupOf(this.plan.Group!, selection, selection.Rows[i]);
                }

                if (times is not null)
                {
                    times[selection.Done + i] = this.TimeOf(this.plan.Time!, selection, selection.Rows[i]);
                }
            }
        }

        if (this.plan.Time is { IsText: true } dates)
        {
            dates.Renew();
        }

        return new RowKeys(groups, times);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && this.ownsTable)
        {
            this.table.Dispose();
        }

        base.Dispose(disposing);
    }

    private void WriteFeature(PlannedColumn column, Selection selection, Span<float> features)
    {
        ReadOnlySpan<float> values = column.Block.Singles;
        int size = this.Layout.FeatureSize;
        int width = column.Width;
        int start = column.Start;
        if (width == 1 && !column.HasIndicator)
        {
            foreach (int row in selection.Rows)
            {
                float value = values[row];
                features[start] = float.IsNaN(value) ? this.FillOf(column, 0, selection, row) : value;
                start += size;
            }

            return;
        }

        foreach (int row in selection.Rows)
        {
            for (int i = 0; i < width; i++)
            {
                float value = values[(row * width) + i];
                features[start + i] = float.IsNaN(value) ? this.FillOf(column, i, selection, row) : value;
            }

            if (column.HasIndicator)
            {
                features[start + width] = float.IsNaN(values[row]) ? 1 : 0;
            }

            start += size;
        }
    }

    private void WriteCategory(PlannedColumn column, Selection selection, Span<float> features)
    {
        ReadOnlySpan<int> codes = column.Block.Codes;
        int start = column.Start;
        foreach (int row in selection.Rows)
        {
            int code = codes[row];
            features[start] = code < 0 ? this.FillOf(column, 0, selection, row) : this.NumberOf(column, selection, row, code);
            if (column.HasIndicator)
            {
                features[start + 1] = code < 0 ? 1 : 0;
            }

            start += this.Layout.FeatureSize;
        }
    }

    private void WriteLabel(PlannedColumn column, Selection selection, Span<float> targets)
    {
        ReadOnlySpan<int> codes = column.Block.Codes;
        int size = this.Layout.TargetSize;
        targets.Clear();
        int start = 0;
        foreach (int row in selection.Rows)
        {
            int code = codes[row];
            int number = code < 0 ? throw this.Missing(column, selection, row) : this.NumberOf(column, selection, row, code);
            targets[this.plan.IsBinary ? start : start + number] = this.plan.IsBinary ? number : 1;
            start += size;
        }
    }

    private void WriteRequired(PlannedColumn column, Selection selection, Span<float> destination, int stride)
    {
        ReadOnlySpan<float> values = column.Block.Singles;
        int start = 0;
        foreach (int row in selection.Rows)
        {
            for (int i = 0; i < column.Width; i++)
            {
                float value = values[(row * column.Width) + i];
                destination[start + i] = float.IsNaN(value) ? throw this.Missing(column, selection, row) : value;
            }

            start += stride;
        }
    }

    private float FillOf(PlannedColumn column, int place, Selection selection, int row) =>
        column.Fill is { } fill ? fill[place] : throw this.Missing(column, selection, row);

    private int NumberOf(PlannedColumn column, Selection selection, int row, int code)
    {
        int number = code < column.Numbers.Length ? column.Numbers[code] : -1;
        return number >= 0
            ? number
            : throw this.RowError(column, selection, row, LabelClasses.OutOfRange(column.Block.Texts.Texts[code], column.Names));
    }

    private int GroupOf(PlannedColumn column, Selection selection, int row)
    {
        if (column.IsText)
        {
            int code = column.Block.Codes[row];
            return code < 0 ? throw this.Missing(column, selection, row) : this.NumberOf(column, selection, row, code);
        }

        double group = column.Block.Doubles[row];
        return double.IsNaN(group) ? throw this.Missing(column, selection, row)
            : group == Math.Floor(group) && Math.Abs(group) <= int.MaxValue ? (int)group
            : throw this.RowError(
                column, selection, row, FormattableString.Invariant($"the group is {group}; a whole number of 32 bits or text was expected."));
    }

    private double TimeOf(PlannedColumn column, Selection selection, int row)
    {
        if (!column.IsText)
        {
            double time = column.Block.Doubles[row];
            return double.IsFinite(time) ? time : throw this.Missing(column, selection, row);
        }

        int code = column.Block.Codes[row];
        string text = code < 0 ? throw this.Missing(column, selection, row) : column.Block.Texts.Texts[code];
        return IsoTime.TryParse(text, out double seconds)
            ? seconds
            : throw this.RowError(column, selection, row, $"'{text}' is no time; a number or a date as 2024-05-31T12:00:00Z was expected.");
    }

    private DataFormatException Missing(PlannedColumn column, Selection selection, int row) => this.RowError(
        column,
        selection,
        row,
        column.IsFeature
            ? "the value is missing. Correct it, leave the row or the column out, or choose what becomes of missing values (Missing)."
            : $"the {column.Use} is missing. Correct it, or drop rows with missing values (Missing).");

    private DataFormatException RowError(PlannedColumn column, Selection selection, int row, string problem) =>
        DataFormatException.AtRow(this.table.Path, selection.First + row, column.Name, problem);

    /// <summary>Goes through rows block by block, by those of the table that are kept.</summary>
    private sealed class Selection(TableRowSource source, long first, int count, IReadOnlyList<PlannedColumn> columns)
    {
        private readonly ColumnBlock[] blocks = [.. columns.Select(column => column.Block)];
        private long next = source.kept?.RowOf(first) ?? first;
        private int selectedCount;

        /// <summary>The row of the table that the block begins with.</summary>
        public long First { get; private set; }

        /// <summary>The rows before this block that were gone through.</summary>
        public int Done { get; private set; }

        /// <summary>The rows of the block that are kept.</summary>
        public ReadOnlySpan<int> Rows => source.selected.AsSpan(0, this.selectedCount);

        /// <summary>Reads the next block; false where there is none.</summary>
        public bool Next()
        {
            this.Done += this.selectedCount;
            if (this.Done == count)
            {
                return false;
            }

            int most = source.table.BlockRows - (int)(this.next % source.table.BlockRows);
            int rows = (int)Math.Min(most, source.kept is null ? count - this.Done : source.table.Count - this.next);
            source.table.Read(this.next, rows, this.blocks);
            this.Select(rows);
            this.First = this.next;
            this.next += rows;
            return true;
        }

        private void Select(int rows)
        {
            if (source.selected.Length < rows)
            {
                source.selected = new int[rows];
            }

            this.selectedCount = 0;
            for (int row = 0; row < rows && this.Done + this.selectedCount < count; row++)
            {
                if (source.kept is null || source.kept.Has(this.next + row))
                {
                    source.selected[this.selectedCount++] = row;
                }
            }
        }
    }
}
