namespace NetDsl.Data.Hdf5;

/// <summary>A data set that is written row by row: chunked, and as long as there are rows.</summary>
internal sealed unsafe class Hdf5Appender
{
    private readonly Hdf5Writer file;
    private readonly Hdf5Id dataset;
    private readonly ulong[] extents;

    /// <summary>Makes the data set, of no rows. Whoever calls has entered the library.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">Where in the file; groups on the way are made.</param>
    /// <param name="type">The identifier of the type of an element.</param>
    /// <param name="elementBytes">The bytes of an element in the file.</param>
    /// <param name="rowShape">The extents of a row; none for one element.</param>
    /// <param name="options">Chunks and packing.</param>
    public Hdf5Appender(Hdf5Writer file, string path, long type, int elementBytes, IReadOnlyList<int> rowShape, Hdf5DatasetOptions options)
    {
        this.file = file;
        this.Path = path;
        this.RowSize = DatasetChecks.SizeOf([.. rowShape], "row", least: 1);
        this.ChunkRows = options.RowsOfChunk((long)this.RowSize * elementBytes);
        this.extents = [0, .. rowShape.Select(extent => (ulong)extent)];
        ulong[] largest = [LibHdf5.Unlimited, .. this.extents[1..]];
        string what = $"the data set {path} cannot be made";
        fixed (ulong* now = this.extents, most = largest)
        {
            using Hdf5Id space = Hdf5Id.Of(LibHdf5.H5Screate_simple(this.extents.Length, now, most), file.Path, what);
            using Hdf5Id creation = this.Creation(options, what);
            using Hdf5Id access = file.Properties("H5P_CLS_DATASET_ACCESS_ID_g");

            // Rows that come in small numbers are gathered in the chunk that is being filled, and no other is kept.
            nuint cache = (nuint)this.ChunkRows * (nuint)this.RowSize * (nuint)elementBytes;
            file.Check(LibHdf5.H5Pset_chunk_cache(access, 11, cache, 1), what);
            using Hdf5Id link = file.LinkCreation();
            this.dataset = Hdf5Id.Of(LibHdf5.H5Dcreate2(file.Handle, path, type, space, link, creation, access), file.Path, what);
        }
    }

    /// <summary>Where in the file.</summary>
    public string Path { get; }

    /// <summary>The elements of a row.</summary>
    public int RowSize { get; }

    /// <summary>The rows of a chunk.</summary>
    public int ChunkRows { get; }

    /// <summary>The rows so far.</summary>
    public long Count => (long)this.extents[0];

    /// <summary>The number of rows that so many elements are.</summary>
    /// <exception cref="ArgumentException">They are no whole number of rows.</exception>
    public int RowsOf(int elements) => elements % this.RowSize == 0
        ? elements / this.RowSize
        : throw new ArgumentException(
            $"{elements} values are no whole number of rows of {this.Path}, each of which has {this.RowSize}.");

    /// <summary>Writes rows after those that are there. Whoever calls has entered the library.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="memoryType">The identifier of the type of an element in memory.</param>
    /// <param name="values">The rows.</param>
    /// <exception cref="IOException">They cannot be written.</exception>
    public void Append(int rows, long memoryType, void* values)
    {
        this.file.CheckOpen();
        if (rows == 0)
        {
            return;
        }

        string what = $"rows from {this.extents[0]} of the data set {this.Path} cannot be written";
        ulong[] start = new ulong[this.extents.Length];
        start[0] = this.extents[0];
        ulong[] count = [(ulong)rows, .. this.extents[1..]];
        this.extents[0] += (ulong)rows;
        try
        {
            fixed (ulong* first = start, number = count, all = this.extents)
            {
                this.file.Check(LibHdf5.H5Dset_extent(this.dataset, all), what);
                using Hdf5Id memory = Hdf5Id.Of(LibHdf5.H5Screate_simple(count.Length, number, null), this.file.Path, what);
                using Hdf5Id space = Hdf5Id.Of(LibHdf5.H5Dget_space(this.dataset), this.file.Path, what);
                this.file.Check(LibHdf5.H5Sselect_hyperslab(space, 0, first, null, number, null), what);
                this.file.Check(LibHdf5.H5Dwrite(this.dataset, memoryType, memory, space, LibHdf5.Default, values), what);
            }
        }
        catch
        {
            this.file.GiveUp();
            throw;
        }
    }

    private Hdf5Id Creation(Hdf5DatasetOptions options, string what)
    {
        Hdf5Id creation = this.file.Properties("H5P_CLS_DATASET_CREATE_ID_g");
        ulong[] chunk = [(ulong)this.ChunkRows, .. this.extents[1..]];
        fixed (ulong* extents = chunk)
        {
            this.file.Check(LibHdf5.H5Pset_chunk(creation, chunk.Length, extents), what);
        }

        // Without the time of day the same data give the same bytes.
        this.file.Check(LibHdf5.H5Pset_obj_track_times(creation, 0), what);
        if (options.Deflate > 0)
        {
            if (LibHdf5.H5Zfilter_avail(LibHdf5.Deflate) <= 0)
            {
                throw new IOException($"{this.file.Path}: {what}: the HDF5 library here was built without zlib. Write without packing (deflate 0).");
            }

            if (options.Shuffle)
            {
                this.file.Check(LibHdf5.H5Pset_shuffle(creation), what);
            }

            this.file.Check(LibHdf5.H5Pset_deflate(creation, (uint)options.Deflate), what);
        }

        return creation;
    }
}
