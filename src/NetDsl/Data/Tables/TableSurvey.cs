using System.Runtime.InteropServices;

namespace NetDsl.Data;

/// <summary>The first pass over a table: which rows are kept, which texts come, and what stands in for missing values.</summary>
internal sealed class TableSurvey
{
    // A median is found by the upper half of the bits, then by the lower half, so that memory does not grow with the rows.
    private const int HalfBits = 16;
    private const int CountersAtOnce = 32;

    private readonly TableFile table;
    private readonly TablePlan plan;
    private readonly Dictionary<PlannedColumn, ColumnSurvey> found;

    public TableSurvey(TableFile table, TablePlan plan)
    {
        this.table = table;
        this.plan = plan;
        bool all = plan.Missing is not (MissingValues.Error or MissingValues.Keep);
        PlannedColumn[] columns = [.. plan.Columns.Where(column => all || column.IsText)];
        this.found = columns.ToDictionary(column => column, column => new ColumnSurvey(column.Width));
        this.Kept = plan.Missing == MissingValues.Drop || plan.KeptLabels is not null ? new KeptRows(table.Count) : null;
        this.Read(columns);
        foreach (PlannedColumn column in columns)
        {
            column.Missing = this.found[column].Missing.Sum();
        }

        if (this.Kept is { } kept)
        {
            kept.Complete();
            if (kept.Count == 0)
            {
                throw DataFormatException.InFile(
                    table.Path, plan.KeptLabels is not null && plan.Missing != MissingValues.Drop
                        ? $"the label of each of the {table.Count} rows is none of the classes, so that none is left. Check the classes and their labels."
                        : $"a value is missing in each of the {table.Count} rows, so that none is left. Choose fewer columns or fill values in.");
            }
        }
    }

    /// <summary>The rows without missing values; null where all rows are kept.</summary>
    public KeptRows? Kept { get; }

    /// <summary>The texts of a column in the rows that are kept, in the order they come in.</summary>
    public IEnumerable<string> TextsOf(PlannedColumn column)
    {
        List<long> counts = this.found[column].TextCounts;
        return column.Block.Texts.Texts.Where((_, code) => code < counts.Count && counts[code] > 0);
    }

    /// <summary>What stands in for missing values of a feature, one for each value of a cell.</summary>
    /// <exception cref="DataFormatException">Values are missing, and none is there.</exception>
    public float[] FillFor(PlannedColumn column, TableSource source)
    {
        ColumnSurvey survey = this.found[column];
        float[] fill = new float[column.Width];
        if (column.Missing == 0)
        {
            return fill;
        }

        if (column.Missing == this.table.Count * column.Width)
        {
            throw source.Error($"all values of column '{column.Name}' are missing, so that there is none to fill in. Leave the column out.", column.Name);
        }

        if (column.IsText)
        {
            // The number of a category is its place among the names, which are known by now.
            List<long> counts = survey.TextCounts;
            int most = Enumerable.Range(0, counts.Count).OrderByDescending(code => counts[code]).ThenBy(code => column.Numbers[code]).First();
            fill[0] = column.Numbers[most];
            return fill;
        }

        if (this.plan.Missing == MissingValues.Median)
        {
            int[] wanted = [.. Enumerable.Range(0, column.Width).Where(i => survey.Missing[i] > 0)];
            foreach (int[] some in wanted.Chunk(CountersAtOnce))
            {
                this.FindMedians(column, survey, some, fill);
            }
        }
        else
        {
            for (int i = 0; i < fill.Length; i++)
            {
                fill[i] = survey.Counts[i] == 0 ? 0 : (float)(survey.Sums[i] / survey.Counts[i]);
            }
        }

        return fill;
    }

    private void Read(PlannedColumn[] columns)
    {
        foreach ((long first, int count) in this.Blocks())
        {
            this.table.Read(first, count, [.. columns.Select(column => column.Block)]);
            bool[] isMissing = new bool[count];
            if (this.Kept is { } kept)
            {
                foreach (PlannedColumn column in columns)
                {
                    this.MarkDropped(column, isMissing);
                }

                for (int row = 0; row < count; row++)
                {
                    if (!isMissing[row])
                    {
                        kept.Keep(first + row);
                    }
                }
            }

            foreach (PlannedColumn column in columns)
            {
                this.found[column].Add(column, isMissing);
                this.RefuseTooMany(column);
            }
        }
    }

    private IEnumerable<(long First, int Count)> Blocks()
    {
        for (long first = 0; first < this.table.Count; first += this.table.BlockRows)
        {
            yield return (first, (int)Math.Min(this.table.BlockRows, this.table.Count - first));
        }
    }

    private void MarkDropped(PlannedColumn column, bool[] isDropped)
    {
        if (column.Use == ColumnUse.Label && this.plan.KeptLabels is { } labels)
        {
            for (int row = 0; row < isDropped.Length; row++)
            {
                isDropped[row] |= (uint)column.Block.Codes[row] >= (uint)labels;
            }
        }
        else if (this.plan.Missing == MissingValues.Drop)
        {
            MarkMissing(column, isDropped);
        }
    }

    private static void MarkMissing(PlannedColumn column, bool[] isMissing)
    {
        ColumnBlock block = column.Block;
        int width = column.Width;
        for (int row = 0; row < isMissing.Length; row++)
        {
            for (int i = row * width; i < (row + 1) * width; i++)
            {
                isMissing[row] |= block.Content switch
                {
                    ColumnContent.Single => float.IsNaN(block.Singles[i]),
                    ColumnContent.Double => double.IsNaN(block.Doubles[i]),
                    _ => block.Codes[i] < 0,
                };
            }
        }
    }

    private void RefuseTooMany(PlannedColumn column)
    {
        int most = column.Use == ColumnUse.Label ? DatasetChecks.MostClasses : LabelClasses.MostCategories;
        if (column.Use is ColumnUse.Label or ColumnUse.Category && column.Block.Texts.Count > most)
        {
            throw DataFormatException.InFile(this.table.Path, LabelClasses.TooMany(column.Use == ColumnUse.Label), column.Name);
        }

        if (column.Use == ColumnUse.Time)
        {
            column.Renew();
        }
    }

    /// <summary>The medians of some values of the cells: the mean of the two in the middle where their number is even.</summary>
    private void FindMedians(PlannedColumn column, ColumnSurvey survey, int[] wanted, float[] fill)
    {
        long[][] upper = this.Count(column, wanted, (_, bits) => (int)(bits >> HalfBits));
        (int Half, long Rank)[][] halves = [.. wanted.Select((place, i) => Middle(survey.Counts[place]).Select(rank => Find(upper[i], rank)).ToArray())];
        double[] sums = new double[wanted.Length];
        for (int middle = 0; middle < 2; middle++)
        {
            int which = middle;
            long[][] lower = this.Count(
                column, wanted, (i, bits) => (int)(bits >> HalfBits) == halves[i][which].Half ? (int)(bits & ((1 << HalfBits) - 1)) : -1);
            for (int i = 0; i < wanted.Length; i++)
            {
                uint low = (uint)Find(lower[i], halves[i][which].Rank).Half;
                sums[i] += ValueOf(((uint)halves[i][which].Half << HalfBits) | low) / 2.0;
            }
        }

        for (int i = 0; i < wanted.Length; i++)
        {
            fill[wanted[i]] = survey.Counts[wanted[i]] == 0 ? 0 : (float)sums[i];
        }
    }

    private long[][] Count(PlannedColumn column, int[] wanted, Func<int, uint, int> counterOf)
    {
        long[][] counters = [.. wanted.Select(_ => new long[1 << HalfBits])];
        ColumnBlock[] blocks = [column.Block];
        foreach ((long first, int count) in this.Blocks())
        {
            this.table.Read(first, count, blocks);
            ReadOnlySpan<float> values = column.Block.Singles;
            for (int row = 0; row < count; row++)
            {
                for (int i = 0; i < wanted.Length; i++)
                {
                    float value = values[(row * column.Width) + wanted[i]];
                    int counter = float.IsNaN(value) ? -1 : counterOf(i, OrderOf(value));
                    if (counter >= 0)
                    {
                        counters[i][counter]++;
                    }
                }
            }
        }

        return counters;
    }

    private static long[] Middle(long count) => [Math.Max(0, (count - 1) / 2), count / 2];

    /// <summary>The counter in which the value of a rank is, and its rank among those counted there.</summary>
    private static (int Half, long Rank) Find(long[] counters, long rank)
    {
        int counter = 0;
        while (counter < counters.Length - 1 && counters[counter] <= rank)
        {
            rank -= counters[counter++];
        }

        return (counter, rank);
    }

    /// <summary>Bits that are ordered as the values are.</summary>
    private static uint OrderOf(float value)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value);
        return (bits & 0x8000_0000) != 0 ? ~bits : bits | 0x8000_0000;
    }

    private static float ValueOf(uint order) =>
        BitConverter.UInt32BitsToSingle((order & 0x8000_0000) != 0 ? order & 0x7FFF_FFFF : ~order);

    /// <summary>What is counted of one column, for each value of a cell.</summary>
    private sealed class ColumnSurvey(int width)
    {
        public long[] Missing { get; } = new long[width];

        public long[] Counts { get; } = new long[width];

        public double[] Sums { get; } = new double[width];

        public List<long> TextCounts { get; } = [];

        /// <summary>Takes a block; missing cells count in all rows, texts only in those that are kept.</summary>
        public void Add(PlannedColumn column, bool[] isDropped)
        {
            ColumnBlock block = column.Block;
            if (block.Content == ColumnContent.Text)
            {
                this.AddTexts(block, isDropped);
                return;
            }

            for (int row = 0; row < isDropped.Length; row++)
            {
                for (int i = 0; i < width; i++)
                {
                    int place = (row * width) + i;
                    double value = block.Content == ColumnContent.Single ? block.Singles[place] : block.Doubles[place];
                    bool isThere = !double.IsNaN(value);
                    this.Missing[i] += isThere ? 0 : 1;
                    this.Counts[i] += isThere ? 1 : 0;
                    this.Sums[i] += isThere ? value : 0;
                }
            }
        }

        private void AddTexts(ColumnBlock block, bool[] isDropped)
        {
            CollectionsMarshal.SetCount(this.TextCounts, Math.Max(this.TextCounts.Count, block.Texts.Count));
            Span<long> counts = CollectionsMarshal.AsSpan(this.TextCounts);
            for (int row = 0; row < isDropped.Length; row++)
            {
                int code = block.Codes[row];
                if (code < 0)
                {
                    this.Missing[0]++;
                }
                else if (!isDropped[row])
                {
                    counts[code]++;
                }
            }
        }
    }
}
