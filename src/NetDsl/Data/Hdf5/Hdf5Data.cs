namespace NetDsl.Data.Hdf5;

/// <summary>Data in HDF5 files.</summary>
public static class Hdf5Data
{
    /// <summary>
    /// Writes rows as they come, so that there may be more than memory holds: the features, targets, weights, groups and times each as a
    /// data set, and names and classes as attributes. Reading the file again needs no options, and gives the same numbers. The file is there as
    /// a whole or not at all.
    /// </summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="options">Names, chunks and packing; null for chunks of a megabyte that are not packed.</param>
    /// <param name="progress">Is told after each block how many rows are written, by the thread that called; null for nobody.</param>
    /// <param name="cancellationToken">Ends it; nothing of the file remains.</param>
    /// <exception cref="DataFormatException">A row cannot be read, or a value is not finite.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="ArgumentException">An option is out of its range, or two data sets have one name.</exception>
    /// <exception cref="DllNotFoundException">The HDF5 library is not there; the message says what brings it.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static void Write(
        string path,
        RowSource rows,
        Hdf5WriteOptions? options = null,
        IProgress<long>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using Hdf5Writer file = Hdf5Writer.Create(path);
        new Hdf5RowWriter(file, rows, options ?? new Hdf5WriteOptions()).Write(progress, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        file.Complete();
    }

    /// <summary>Writes data of which all rows are in memory, as <see cref="Write(string, RowSource, Hdf5WriteOptions?, IProgress{long}?, CancellationToken)"/> does.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="data">The data.</param>
    /// <param name="options">Names, chunks and packing; null for chunks of a megabyte that are not packed.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="DllNotFoundException">The HDF5 library is not there; the message says what brings it.</exception>
    public static void Write(string path, Dataset data, Hdf5WriteOptions? options = null)
    {
        using RowSource rows = RowSource.Of(data);
        Write(path, rows, options);
    }

    /// <summary>
    /// Opens the rows of a file, to be read where they lie, some at a time. A file that NetDsl wrote says itself what is what; of others a
    /// table or an array is taken if there is but one, and otherwise options say which datasets or columns are meant.
    /// </summary>
    /// <param name="path">The file. Other processes may hold it open for reading.</param>
    /// <param name="options">Which datasets, or columns of a table, are what; null for what the file says.</param>
    /// <exception cref="DataFormatException">The file is broken, or has not what was asked for; the message lists what there is.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static RowSource Open(string path, Hdf5Options? options = null) => Open(path, options, out _);

    /// <summary>Opens the rows of a file, to be read where they lie, some at a time, and says what was found.</summary>
    /// <param name="path">The file. Other processes may hold it open for reading.</param>
    /// <param name="options">Which datasets, or columns of a table, are what; null for what the file says.</param>
    /// <param name="report">What each column holds, and what became of it; null for a file that says itself what is what.</param>
    /// <exception cref="DataFormatException">The file is broken, or has not what was asked for; the message lists what there is.</exception>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static RowSource Open(string path, Hdf5Options? options, out TableReport? report)
    {
        options ??= new Hdf5Options();
        report = null;
        Hdf5File file = Hdf5File.Open(path);
        try
        {
            if (options is { NamesColumns: false, Location: null } && Hdf5RowSource.Fits(file))
            {
                return Hdf5RowSource.Open(file);
            }

            (Hdf5Table table, Hdf5Options renamed) = Hdf5TableChoice.Choose(file, options);
            return table.Open(renamed, out report);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens the rows of several files as one source, one file after the other.</summary>
    /// <param name="paths">The files, at least one, all with the same features and targets.</param>
    /// <param name="options">Which datasets, or columns of a table, are what; null for what each file says. Give the classes where they may differ.</param>
    /// <exception cref="DataFormatException">A file is broken, or has not what was asked for; the message lists what there is.</exception>
    /// <exception cref="ArgumentException">There is no file, the files do not belong together, or the options contradict each other.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static RowSource Open(IReadOnlyList<string> paths, Hdf5Options? options = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        List<RowSource> sources = [];
        try
        {
            sources.AddRange(paths.Select(path => Open(path, options)));
            return RowSource.Concatenate(sources);
        }
        catch
        {
            sources.ForEach(source => source.Dispose());
            throw;
        }
    }

    /// <summary>Reads all rows of a file into memory, as <see cref="Open(string, Hdf5Options?)"/> finds them.</summary>
    /// <param name="path">The file. Other processes may hold it open for reading.</param>
    /// <param name="options">Which datasets, or columns of a table, are what; null for what the file says.</param>
    /// <exception cref="DataFormatException">The file is broken, or has not what was asked for; the message lists what there is.</exception>
    /// <exception cref="ArgumentException">The options contradict each other, or the rows are more than an array can hold.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Dataset Read(string path, Hdf5Options? options = null) => Read(path, options, out _);

    /// <summary>Reads all rows of a file into memory, and says what was found.</summary>
    /// <param name="path">The file. Other processes may hold it open for reading.</param>
    /// <param name="options">Which datasets, or columns of a table, are what; null for what the file says.</param>
    /// <param name="report">What each column holds, and what became of it; null for a file that says itself what is what.</param>
    /// <exception cref="DataFormatException">The file is broken, or has not what was asked for; the message lists what there is.</exception>
    /// <exception cref="ArgumentException">The options contradict each other, or the rows are more than an array can hold.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Dataset Read(string path, Hdf5Options? options, out TableReport? report)
    {
        using RowSource rows = Open(path, options, out report);
        return rows.ReadAll();
    }

    /// <summary>Opens a table of a file, to be read column by column: the one of the options, or the only one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="location">The table, or the group of the datasets that are its columns; null where there is but one.</param>
    /// <exception cref="DataFormatException">The file is broken, or there is no such table; the message lists what there is.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static TableFile OpenTable(string path, string? location = null)
    {
        Hdf5File file = Hdf5File.Open(path);
        try
        {
            return Hdf5TableChoice.Choose(file, new Hdf5Options { Location = location }).Table;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>What there is in a file, as text for people: the path, shape, type, chunk, filters and stored bytes of each dataset.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">It is no HDF5 file, or it is broken.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static string Describe(string path)
    {
        using Hdf5File file = Hdf5File.Open(path);
        return new Hdf5Contents(file.Root).ToText();
    }
}
