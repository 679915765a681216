using System.Buffers;
using System.Globalization;
using System.Numerics;

namespace NetDsl.Data.Hdf5;

/// <summary>Datasets of an HDF5 file as a table: those of a group, each a column, or the fields of rows with named fields.</summary>
internal sealed class Hdf5Table : TableFile
{
    // Enough to read at the disk's speed, and what a chunk may have at most to be read as a whole.
    private const int UsualBytes = 1 << 20;
    private const int MostBytes = 1 << 26;
    private const double NanosecondsPerSecond = 1e9;

    private readonly Hdf5File file;
    private readonly IReadOnlyList<Hdf5TableColumn> columns;

    /// <param name="file">The file, closed with the table.</param>
    /// <param name="columns">The columns, at least one, all of the same number of rows.</param>
    public Hdf5Table(Hdf5File file, IReadOnlyList<Hdf5TableColumn> columns)
        : base(file.Path, [.. columns.Select(column => column.Field)], columns[0].Dataset.Rows)
    {
        this.file = file;
        this.columns = columns;
        this.BlockRows = BlockOf(columns);
    }

    public override int BlockRows { get; }

    protected internal override bool TryReadNumbers(long first, int place, Span<float> destination)
    {
        Hdf5TableColumn column = this.columns[place];
        if (column.Member is not null || !column.IsWhole || column.Field.Kind is not (TableFieldKind.Number or TableFieldKind.Truth))
        {
            return false;
        }

        column.Dataset.ReadRows(first, destination);
        return true;
    }

    protected override void ReadRows(long first, int count, IReadOnlyList<ColumnBlock> columns)
    {
        foreach (IGrouping<Hdf5Dataset, ColumnBlock> dataset in columns.GroupBy(block => this.columns[block.Place].Dataset))
        {
            using Hdf5Rows? rows = dataset.Key.Type.Class == Hdf5TypeClass.Compound ? dataset.Key.ReadTable(first, count) : null;
            foreach (IGrouping<string?, ColumnBlock> member in dataset.GroupBy(block => this.columns[block.Place].Member))
            {
                this.ReadMember(new Cells(dataset.Key, rows, member.Key, first, count), [.. member]);
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        this.file.Dispose();
        base.Dispose(disposing);
    }

    private static int BlockOf(IReadOnlyList<Hdf5TableColumn> columns)
    {
        Hdf5Dataset[] datasets = [.. columns.Select(column => column.Dataset).Distinct()];
        Hdf5Dataset widest = datasets.MaxBy(RowBytes)!;
        double rowBytes = Math.Max(1, datasets.Sum(RowBytes));
        double chunkRows = widest.ChunkShape is { Count: > 0 } chunk ? Math.Clamp(chunk[0], 1, Math.Max(1, widest.Rows)) : 1;
        double rows = chunkRows * Math.Max(1, Math.Floor(UsualBytes / (chunkRows * rowBytes)));
        return (int)Math.Clamp(rows, 1, Math.Max(1, MostBytes / rowBytes));
    }

    /// <summary>The bytes of a row in memory, at least.</summary>
    private static double RowBytes(Hdf5Dataset dataset) => Math.Max(dataset.Type.Size, (double)dataset.RowLength * sizeof(float));

    private static void Pick<T>(ReadOnlySpan<double> all, Hdf5TableColumn column, Span<T> destination)
        where T : INumber<T>
    {
        int width = column.Field.Width;
        for (int to = 0, from = column.Start; to < destination.Length; to += width, from += column.Stride)
        {
            for (int i = 0; i < width; i++)
            {
                destination[to + i] = T.CreateTruncating(all[from + i]);
            }
        }
    }

    private static void PickTexts(string[] texts, Hdf5TableColumn column, ColumnBlock block)
    {
        Span<int> codes = block.Codes;
        for (int row = 0; row < codes.Length; row++)
        {
            string text = texts[(row * column.Stride) + column.Start];
            codes[row] = text == column.MissingText ? TextCodes.Missing : block.Texts.Of(text);
        }
    }

    /// <summary>Numbers that stand for texts, or points in time that are wanted as texts.</summary>
    private static void PickNamed(ReadOnlySpan<double> all, Hdf5TableColumn column, ColumnBlock block)
    {
        Span<int> codes = block.Codes;
        for (int row = 0; row < codes.Length; row++)
        {
            double value = all[(row * column.Stride) + column.Start];
            string? text = column.Named is { } named ? named.GetValueOrDefault((long)value) : TimeText(SecondsOf(value));
            codes[row] = text is null ? TextCodes.Missing : block.Texts.Of(text);
        }
    }

    private static double SecondsOf(double nanoseconds) => nanoseconds <= long.MinValue ? double.NaN : nanoseconds / NanosecondsPerSecond;

    private static string? TimeText(double seconds) => Math.Abs(seconds) <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        ? DateTime.UnixEpoch.AddSeconds(Math.Max(seconds, DateTimeOffset.MinValue.ToUnixTimeSeconds())).ToString("O", CultureInfo.InvariantCulture)
        : null;

    private void ReadMember(Cells cells, ColumnBlock[] blocks)
    {
        // Columns that lie together are read together.
        double[]? numbers = null;
        string[]? texts = null;
        foreach (ColumnBlock block in blocks)
        {
            Hdf5TableColumn column = this.columns[block.Place];
            if (column is { Field.Kind: TableFieldKind.Text, Named: null })
            {
                texts ??= cells.Texts();
                PickTexts(texts, column, block);
            }
            else if (column.IsWhole && column.Field.Kind is TableFieldKind.Number or TableFieldKind.Truth && blocks.Length == 1)
            {
                cells.Read(block);
            }
            else
            {
                numbers ??= cells.Numbers(column.Stride);
                Pick(numbers, column, block);
            }
        }

        if (numbers is not null)
        {
            ArrayPool<double>.Shared.Return(numbers);
        }
    }

    private static void Pick(double[] numbers, Hdf5TableColumn column, ColumnBlock block)
    {
        switch (block.Content)
        {
            case ColumnContent.Text:
                PickNamed(numbers, column, block);
                break;
            case ColumnContent.Single:
                Pick(numbers, column, block.Singles);
                break;
            default:
                Span<double> values = block.Doubles;
                Pick(numbers, column, values);
                for (int i = 0; column.Field.Kind == TableFieldKind.Date && i < values.Length; i++)
                {
                    values[i] = SecondsOf(values[i]);
                }

                break;
        }
    }

    /// <summary>The cells of some rows, of one dataset or one field of its rows.</summary>
    private readonly record struct Cells(Hdf5Dataset Dataset, Hdf5Rows? Rows, string? Member, long First, int Count)
    {
        public string[] Texts() =>
            this.Rows is null ? this.Dataset.ReadStrings(this.First, this.Count) : this.Rows.ReadStrings(this.Member!);

        public double[] Numbers(int stride)
        {
            int length = checked(this.Count * stride);
            double[] numbers = ArrayPool<double>.Shared.Rent(length);
            this.Read(numbers.AsSpan(0, length));
            return numbers;
        }

        public void Read(ColumnBlock block)
        {
            if (block.Content == ColumnContent.Single)
            {
                this.Read(block.Singles);
            }
            else
            {
                this.Read(block.Doubles);
            }
        }

        private void Read<T>(Span<T> destination)
            where T : unmanaged, INumber<T>
        {
            if (this.Rows is { } rows)
            {
                rows.Read(this.Member!, destination);
            }
            else
            {
                this.Dataset.ReadRows(this.First, destination);
            }
        }
    }
}
