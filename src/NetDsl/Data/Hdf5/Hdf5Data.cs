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
}
