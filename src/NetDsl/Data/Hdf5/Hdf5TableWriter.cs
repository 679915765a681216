using System.Runtime.InteropServices;

namespace NetDsl.Data.Hdf5;

/// <summary>Writes the rows of a table, one block after the other. It ends with its file.</summary>
public sealed unsafe class Hdf5TableWriter
{
    private readonly Hdf5Column[] columns;
    private readonly Hdf5Appender rows;
    private readonly Hdf5Id memoryType;
    private readonly int rowBytes;

    /// <summary>Makes the table. Whoever calls has entered the library.</summary>
    /// <param name="file">The file.</param>
    /// <param name="path">Where in the file.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="options">Chunks and packing.</param>
    internal Hdf5TableWriter(Hdf5Writer file, string path, Hdf5Column[] columns, Hdf5DatasetOptions options)
    {
        long bytes = columns.Sum(column => column.CellBytes);
        if (columns.Length == 0 || columns.DistinctBy(column => column.Name).Count() < columns.Length || bytes > int.MaxValue)
        {
            throw new ArgumentException(
                $"The table {path} has the columns {string.Join(", ", columns.Select(column => column.Name))} and {bytes} bytes a row; at least " +
                "one column, each with a name of its own, and less than 2 GB were expected.");
        }

        this.columns = columns;
        this.rowBytes = (int)bytes;
        this.memoryType = file.Keep(TypeOf(file, path, columns, element => element.Memory));
        using Hdf5Id fileType = TypeOf(file, path, columns, element => element.File);
        this.rows = new Hdf5Appender(file, path, fileType, this.rowBytes, [], options);
    }

    /// <summary>Where in the file.</summary>
    public string Path => this.rows.Path;

    /// <summary>The rows so far.</summary>
    public long Count => this.rows.Count;

    /// <summary>The columns.</summary>
    public IReadOnlyList<Hdf5Column> Columns => this.columns;

    /// <summary>Writes rows after those that are there.</summary>
    /// <param name="values">
    /// For each column an array of its type, for example float[] or string[], with the cells of all rows one after the other.
    /// </param>
    /// <exception cref="ArgumentException">The arrays are not those of the columns, or differ in their rows, or a text is too long.</exception>
    /// <exception cref="IOException">The rows cannot be written.</exception>
    /// <exception cref="ObjectDisposedException">The file is complete, or given up.</exception>
    public void Append(params IReadOnlyList<Array> values)
    {
        int count = this.CountRows(values);
        byte[] packed = new byte[(long)count * this.rowBytes];
        int start = 0;
        for (int i = 0; i < values.Count; i++)
        {
            this.Pack(this.columns[i], values[i], packed.AsSpan(Math.Min(start, packed.Length)));
            start += (int)this.columns[i].CellBytes;
        }

        fixed (byte* first = packed)
        {
            using (LibHdf5.Enter())
            {
                this.rows.Append(count, this.memoryType, first);
            }
        }
    }

    private static Hdf5Id TypeOf(Hdf5Writer file, string path, Hdf5Column[] columns, Func<Hdf5Element, string> name)
    {
        string what = $"the columns of the table {path} cannot be made";
        nuint size = (nuint)columns.Sum(column => column.CellBytes);
        Hdf5Id table = Hdf5Id.Of(LibHdf5.H5Tcreate(LibHdf5.Compound, size), file.Path, what);
        nuint offset = 0;
        foreach (Hdf5Column column in columns)
        {
            using Hdf5Id cell = CellType(file, column, name, what);
            file.Check(LibHdf5.H5Tinsert(table, column.Name, offset, cell), what);
            offset += (nuint)column.CellBytes;
        }

        return table;
    }

    private static Hdf5Id CellType(Hdf5Writer file, Hdf5Column column, Func<Hdf5Element, string> name, string what)
    {
        if (column.Type == typeof(string))
        {
            return file.TextType(column.ElementBytes);
        }

        long number = LibHdf5.Global(name(Hdf5Element.Of(column.Type)));
        if (column.Shape.Count == 0)
        {
            return Hdf5Id.Of(LibHdf5.H5Tcopy(number), file.Path, what);
        }

        ulong[] shape = [.. column.Shape.Select(extent => (ulong)extent)];
        fixed (ulong* extents = shape)
        {
            return Hdf5Id.Of(LibHdf5.H5Tarray_create2(number, (uint)shape.Length, extents), file.Path, what);
        }
    }

    private int CountRows(IReadOnlyList<Array> values)
    {
        if (values.Count != this.columns.Length)
        {
            throw new ArgumentException($"There are {values.Count} arrays for the {this.columns.Length} columns of the table {this.Path}.");
        }

        int count = values[0].Length / this.columns[0].CellSize;
        for (int i = 0; i < values.Count; i++)
        {
            Hdf5Column column = this.columns[i];
            if (values[i].GetType().GetElementType() != column.Type || values[i].Length != (long)count * column.CellSize)
            {
                throw new ArgumentException(
                    $"Column '{column.Name}' of the table {this.Path} was given {values[i].Length} values of {values[i].GetType().GetElementType()}; " +
                    $"{(long)count * column.CellSize} of {column.Type} were expected for {count} rows.");
            }
        }

        return count;
    }

    /// <summary>Puts the cells of a column into rows, from its place in the first row on.</summary>
    private void Pack(Hdf5Column column, Array values, Span<byte> destination)
    {
        int cell = (int)column.CellBytes;
        if (values is string[] texts)
        {
            for (int row = 0; row < texts.Length; row++)
            {
                Utf8Texts.Fill(destination.Slice(row * this.rowBytes, cell), texts[row], this.Count + row, $"column '{column.Name}' of {this.Path}");
            }

            return;
        }

        ReadOnlySpan<byte> bytes = MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(values), Buffer.ByteLength(values));
        for (int row = 0; row * cell < bytes.Length; row++)
        {
            bytes.Slice(row * cell, cell).CopyTo(destination[(row * this.rowBytes)..]);
        }
    }
}
