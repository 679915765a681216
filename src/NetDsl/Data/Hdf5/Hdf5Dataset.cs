using System.Numerics;
using NetDsl.Data.Hdf5.Format;
using NetDsl.Data.Hdf5.Storage;

namespace NetDsl.Data.Hdf5;

/// <summary>
/// A dataset: an array of numbers, of texts or of rows with named fields. Rows lie along the first extent; a scalar is one row.
/// A declared shape may be far larger than the file, for what was never written is not stored: look at <see cref="StoredBytes"/> before memory is taken.
/// </summary>
public sealed class Hdf5Dataset : Hdf5Object
{
    // Zlib packs no better; what takes more memory than the file can hold was never written.
    private const long BestRatio = 1032;

    // Up to here memory is taken on trust.
    private const long TrustedBytes = 1 << 22;

    private readonly DatasetStorage storage;
    private readonly Dataspace space;
    private readonly FilterPipeline filters;

    internal Hdf5Dataset(Hdf5File file, ObjectHeader header, string path)
        : base(file, header, path)
    {
        this.space = Dataspace.Read(file.Source, header);
        this.Type = TypeDecoder.Read(file.Source, header);
        this.filters = FilterPipeline.Read(file.Source, header);
        DataLayout layout = DataLayout.Read(file.Source, header, this.space, this.Type.Size);
        this.ChunkShape = layout.ChunkShape;
        this.storage = DatasetStorage.Create(file.Source, path, layout, this.space, this.Type.Size, this.filters);
    }

    /// <summary>The extents, the slowest first; none for a scalar. Extents of an array type do not count.</summary>
    public IReadOnlyList<long> Shape => this.space.Shape;

    /// <summary>What an element is.</summary>
    public Hdf5Type Type { get; }

    /// <summary>The elements: the product of the extents, 1 for a scalar, 0 for a dataset without a dataspace.</summary>
    public long Count => this.space.Count;

    /// <summary>The rows: the first extent, 1 for a scalar.</summary>
    public long Rows => this.space.Rows;

    /// <summary>The numbers or texts of a row: the product of all other extents and of an array type's.</summary>
    public long RowLength => this.Rows == 0 ? 0 : this.Count / this.Rows * this.Type.ValueCount;

    /// <summary>The extents of a chunk; null where the dataset is not chunked.</summary>
    public IReadOnlyList<long>? ChunkShape { get; }

    /// <summary>The filters in the order in which they were applied: "shuffle", "deflate", "fletcher32", "lzf" or one that is not read.</summary>
    public IReadOnlyList<string> Filters => this.filters.Names;

    /// <summary>The bytes that the file holds for the dataset's values, packed as they are.</summary>
    /// <exception cref="DataFormatException">They are not within the file, or the index of the chunks is broken.</exception>
    public long StoredBytes => this.storage.StoredBytes;

    /// <summary>Reads whole rows of numbers.</summary>
    /// <typeparam name="T">Any type of numbers. Floats are rounded; what a type of integers cannot hold is an error, and fractions are cut off.</typeparam>
    /// <param name="firstRow">From 0.</param>
    /// <param name="destination">A multiple of <see cref="RowLength"/>; its length says how many rows.</param>
    /// <exception cref="ArgumentException">The rows do not exist, or the length is no multiple.</exception>
    /// <exception cref="DataFormatException">These are no numbers, their filter or layout is not read, or the file is broken.</exception>
    public void ReadRows<T>(long firstRow, Span<T> destination)
        where T : unmanaged, INumber<T> => this.ReadRows(firstRow, destination, this.NumericType(), 0);

    /// <summary>Reads a block of numbers.</summary>
    /// <typeparam name="T">Any type of numbers. Floats are rounded; what a type of integers cannot hold is an error, and fractions are cut off.</typeparam>
    /// <param name="start">The first place in each extent.</param>
    /// <param name="count">The number of places in each extent.</param>
    /// <param name="destination">The numbers in row-major order: the product of the counts and of an array type's extents.</param>
    /// <exception cref="ArgumentException">The block does not lie within the dataset, or the destination is not as long as it.</exception>
    /// <exception cref="DataFormatException">These are no numbers, their filter or layout is not read, or the file is broken.</exception>
    public void Read<T>(ReadOnlySpan<long> start, ReadOnlySpan<long> count, Span<T> destination)
        where T : unmanaged, INumber<T>
    {
        Hdf5Type type = this.NumericType();
        long values = this.CheckBlock(start, count) * type.ValueCount;
        if (values != destination.Length)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The block has {values} numbers, and the destination {destination.Length}."), nameof(destination));
        }

        this.ReadNumbers(start, count, destination, type, 0);
    }

    /// <summary>Reads whole rows of texts of fixed or variable length.</summary>
    /// <param name="firstRow">From 0.</param>
    /// <param name="rows">How many.</param>
    /// <returns>The texts in row-major order, without padding.</returns>
    /// <exception cref="ArgumentException">The rows do not exist.</exception>
    /// <exception cref="DataFormatException">These are no texts, their filter or layout is not read, or the file is broken.</exception>
    public string[] ReadStrings(long firstRow, int rows)
    {
        if (!this.Type.IsText)
            throw this.Refused($"it holds no text, but {this.Type}");

        long elements = this.CheckRows(firstRow, rows);
        this.CheckMemory(elements * (this.Type.Size + IntPtr.Size));
        string[] texts = new string[elements * this.Type.ValueCount];
        if (texts.Length > 0)
        {
            (long[] start, long[] count) = this.RowBlock(firstRow, rows);
            this.storage.Read(start, count, new TextRuns(texts, this.File.Source, this.Type, this.Type.Size, 0));
        }

        return texts;
    }

    /// <summary>Reads one field of a table's rows. For several fields <see cref="ReadTable"/> is faster.</summary>
    /// <typeparam name="T">Any type of numbers, as for whole rows.</typeparam>
    /// <param name="field">Its name; "outer.inner" for one of a nested type.</param>
    /// <param name="firstRow">From 0.</param>
    /// <param name="destination">A multiple of the field's <see cref="Hdf5Type.ValueCount"/> times the elements of a row.</param>
    /// <exception cref="ArgumentException">The rows do not exist, or the length is no multiple.</exception>
    /// <exception cref="DataFormatException">There is no such field, it holds no numbers, or the file is broken.</exception>
    public void ReadField<T>(string field, long firstRow, Span<T> destination)
        where T : unmanaged, INumber<T>
    {
        Hdf5Field found = Hdf5Rows.FindField(this, field);
        if (!found.Type.IsNumeric)
            throw this.Refused($"its field '{field}' holds no numbers, but {found.Type}");

        this.ReadRows(firstRow, destination, found.Type, found.Offset);
    }

    /// <summary>Reads rows of a table, each chunk once, to take several fields from them.</summary>
    /// <param name="firstRow">From 0.</param>
    /// <param name="rows">How many; all of them are held in memory, so take some thousands at a time.</param>
    /// <exception cref="ArgumentException">The rows do not exist, or are too many for one array.</exception>
    /// <exception cref="DataFormatException">This is no table, its filter or layout is not read, or the file is broken.</exception>
    public Hdf5Rows ReadTable(long firstRow, int rows)
    {
        if (this.Type.Class != Hdf5TypeClass.Compound)
            throw this.Refused($"it has no rows with named fields, but {this.Type}");

        long elements = this.CheckRows(firstRow, rows);
        long bytes = elements * this.Type.Size;
        if (bytes > Array.MaxLength)
        {
            throw new ArgumentOutOfRangeException(
                nameof(rows), FormattableString.Invariant($"{rows} rows have {bytes} bytes, more than fit into an array. Read fewer at a time."));
        }

        this.CheckMemory(bytes);
        Hdf5Rows table = new(this, firstRow, rows, (int)elements);
        if (elements > 0)
        {
            try
            {
                (long[] start, long[] count) = this.RowBlock(firstRow, rows);
                this.storage.Read(start, count, new ByteRuns(table.Bytes, this.Type.Size));
            }
            catch
            {
                table.Dispose();
                throw;
            }
        }

        return table;
    }

    /// <summary>The error that the dataset is not what was asked for.</summary>
    /// <param name="reason">The end of a sentence without its full stop.</param>
    internal DataFormatException Refused(string reason) => this.File.Source.Broken($"the dataset '{this.Path}' cannot be read so: {reason}.");

    /// <summary>The error that a type of integers cannot hold a number.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="inner">What the conversion said.</param>
    internal DataFormatException Overflow<T>(OverflowException inner) => DataFormatException.InFile(
        this.File.Path, $"the dataset '{this.Path}' has a number that {typeof(T).Name} cannot hold. Read it as a larger type, or as double.", null, inner);

    /// <summary>Refuses to take memory for values of which the file can hold only the least part.</summary>
    /// <param name="bytes">What the values take in the file, unpacked.</param>
    /// <exception cref="DataFormatException">They are far more than the file holds for the dataset.</exception>
    internal void CheckMemory(long bytes)
    {
        if (bytes > TrustedBytes && bytes / BestRatio > this.StoredBytes)
        {
            throw this.Refused(FormattableString.Invariant(
                $"the rows take {bytes} bytes, and the file holds {this.StoredBytes} for the whole dataset. Most were never written; read fewer at a time"));
        }
    }

    private Hdf5Type NumericType() => this.Type.IsNumeric ? this.Type : throw this.Refused($"it holds no numbers, but {this.Type}");

    private void ReadRows<T>(long firstRow, Span<T> destination, Hdf5Type type, int offset)
        where T : unmanaged, INumber<T>
    {
        long values = this.Rows == 0 ? 0 : this.Count / this.Rows * type.ValueCount;
        if (destination.IsEmpty)
            return;

        if (values == 0 || destination.Length % values != 0)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"A row has {values} numbers; the destination's {destination.Length} are no multiple."), nameof(destination));
        }

        int rows = (int)(destination.Length / values);
        this.CheckRows(firstRow, rows);
        (long[] start, long[] count) = this.RowBlock(firstRow, rows);
        this.ReadNumbers(start, count, destination, type, offset);
    }

    private void ReadNumbers<T>(ReadOnlySpan<long> start, ReadOnlySpan<long> count, Span<T> destination, Hdf5Type type, int offset)
        where T : unmanaged, INumber<T>
    {
        if (destination.IsEmpty)
            return;

        try
        {
            this.storage.Read(start, count, new NumberRuns<T>(destination, type, this.Type.Size, offset));
        }
        catch (OverflowException error)
        {
            throw this.Overflow<T>(error);
        }
    }

    private (long[] Start, long[] Count) RowBlock(long firstRow, int rows)
    {
        long[] start = new long[this.Shape.Count];
        long[] count = [.. this.Shape];
        if (count.Length > 0)
            (start[0], count[0]) = (firstRow, rows);

        return (start, count);
    }

    // The elements of the rows.
    private long CheckRows(long firstRow, int rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(firstRow);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        if (firstRow > this.Rows || rows > this.Rows - firstRow)
        {
            throw new ArgumentOutOfRangeException(
                nameof(rows), FormattableString.Invariant($"The rows {firstRow} to {firstRow + rows} are not among the dataset's {this.Rows}."));
        }

        return this.Rows == 0 ? 0 : this.Count / this.Rows * rows;
    }

    private long CheckBlock(ReadOnlySpan<long> start, ReadOnlySpan<long> count)
    {
        if (start.Length != this.Shape.Count || count.Length != this.Shape.Count)
            throw new ArgumentException(FormattableString.Invariant($"The dataset has {this.Shape.Count} extents; give a start and a count for each."));

        long elements = this.Shape.Count == 0 ? this.Count : 1;
        for (int i = 0; i < start.Length; i++)
        {
            if (start[i] < 0 || count[i] < 0 || start[i] > this.Shape[i] || count[i] > this.Shape[i] - start[i])
            {
                throw new ArgumentOutOfRangeException(nameof(start), FormattableString.Invariant(
                    $"The places {start[i]} to {start[i] + count[i]} are not within the extent {i}, which is {this.Shape[i]}."));
            }

            elements *= count[i];
        }

        return elements;
    }
}
