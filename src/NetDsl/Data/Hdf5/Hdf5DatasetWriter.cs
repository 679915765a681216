namespace NetDsl.Data.Hdf5;

/// <summary>Writes the rows of a data set of numbers, one block after the other. It ends with its file.</summary>
/// <typeparam name="T">The type of the numbers.</typeparam>
public sealed unsafe class Hdf5DatasetWriter<T>
    where T : unmanaged
{
    private readonly Hdf5Appender rows;
    private readonly Hdf5Element element;

    /// <param name="rows">The data set.</param>
    /// <param name="element">How its numbers are written.</param>
    internal Hdf5DatasetWriter(Hdf5Appender rows, Hdf5Element element)
    {
        this.rows = rows;
        this.element = element;
    }

    /// <summary>Where in the file.</summary>
    public string Path => this.rows.Path;

    /// <summary>The rows so far.</summary>
    public long Count => this.rows.Count;

    /// <summary>The rows of a chunk: so many at a time, or a multiple, are written fastest.</summary>
    public int ChunkRows => this.rows.ChunkRows;

    /// <summary>Writes rows after those that are there.</summary>
    /// <param name="values">[rows, row shape].</param>
    /// <exception cref="ArgumentException">The values are no whole number of rows.</exception>
    /// <exception cref="IOException">The rows cannot be written.</exception>
    /// <exception cref="ObjectDisposedException">The file is complete, or given up.</exception>
    public void Append(ReadOnlySpan<T> values)
    {
        int count = this.rows.RowsOf(values.Length);
        fixed (T* first = values)
        {
            using (LibHdf5.Enter())
            {
                this.rows.Append(count, LibHdf5.Global(this.element.Memory), first);
            }
        }
    }
}
