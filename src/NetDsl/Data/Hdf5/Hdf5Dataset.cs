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
        this.storage = DatasetStorage.Create(this, layout, this.space, this.filters);
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
    /// <exception cref="DataFormatException">The index of the chunks is broken.</exception>
    public long StoredBytes => this.storage.StoredBytes;

    /// <summary>Reads whole rows of numbers.</summary>
    /// <typeparam name="T">Any type of numbers. Floats are rounded; what a type of integers cannot hold is an error, and fractions are cut off.</typeparam>
    /// <param name="firstRow">From 0.</param>
    /// <param name="destination">A multiple of <see cref="RowLength"/>; its length says how many rows.</param>
    /// <exception cref="ArgumentException">The rows do not exist, or the length is no multiple.</exception>
    /// <exception cref="DataFormatException">These are no numbers, their filter or layout is not read, or the file is broken.</exception>
    public void ReadRows<T>(long firstRow, Span<T> destination)
        where T : unmanaged, INumber<T> => throw new NotImplementedException();

    /// <summary>Reads a block of numbers.</summary>
    /// <typeparam name="T">Any type of numbers. Floats are rounded; what a type of integers cannot hold is an error, and fractions are cut off.</typeparam>
    /// <param name="start">The first place in each extent.</param>
    /// <param name="count">The number of places in each extent.</param>
    /// <param name="destination">The numbers in row-major order: the product of the counts and of an array type's extents.</param>
    /// <exception cref="ArgumentException">The block does not lie within the dataset, or the destination is not as long as it.</exception>
    /// <exception cref="DataFormatException">These are no numbers, their filter or layout is not read, or the file is broken.</exception>
    public void Read<T>(ReadOnlySpan<long> start, ReadOnlySpan<long> count, Span<T> destination)
        where T : unmanaged, INumber<T> => throw new NotImplementedException();

    /// <summary>Reads whole rows of texts of fixed or variable length.</summary>
    /// <param name="firstRow">From 0.</param>
    /// <param name="rows">How many.</param>
    /// <returns>The texts in row-major order, without padding.</returns>
    /// <exception cref="ArgumentException">The rows do not exist.</exception>
    /// <exception cref="DataFormatException">These are no texts, their filter or layout is not read, or the file is broken.</exception>
    public string[] ReadStrings(long firstRow, int rows) => throw new NotImplementedException();

    /// <summary>Reads one field of a table's rows. For several fields <see cref="ReadTable"/> is faster.</summary>
    /// <typeparam name="T">Any type of numbers, as for <see cref="ReadRows"/>.</typeparam>
    /// <param name="field">Its name; "outer.inner" for one of a nested type.</param>
    /// <param name="firstRow">From 0.</param>
    /// <param name="destination">A multiple of the field's <see cref="Hdf5Type.ValueCount"/> times the elements of a row.</param>
    /// <exception cref="ArgumentException">The rows do not exist, or the length is no multiple.</exception>
    /// <exception cref="DataFormatException">There is no such field, it holds no numbers, or the file is broken.</exception>
    public void ReadField<T>(string field, long firstRow, Span<T> destination)
        where T : unmanaged, INumber<T> => throw new NotImplementedException();

    /// <summary>Reads rows of a table, each chunk once, to take several fields from them.</summary>
    /// <param name="firstRow">From 0.</param>
    /// <param name="rows">How many; all of them are held in memory, so take some thousands at a time.</param>
    /// <exception cref="ArgumentException">The rows do not exist, or are too many for one array.</exception>
    /// <exception cref="DataFormatException">This is no table, its filter or layout is not read, or the file is broken.</exception>
    public Hdf5Rows ReadTable(long firstRow, int rows) => throw new NotImplementedException();
}
