using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetDsl.Data;

/// <summary>
/// An array of numbers in a file, [rows, row shape], whose rows are read where they lie. In C order the rows lie one after the other. In Fortran
/// order (an array that was transposed, or a table that was kept by columns) the first index runs fastest, so that rows are gathered from as many
/// columns as a row has values.
/// </summary>
internal sealed class ArrayRows
{
    private const int BufferSize = 1 << 16;

    private readonly StoredBytes bytes;
    private readonly long begin;
    private readonly NumberFormat format;
    private readonly bool isFortranOrder;
    private readonly byte[] buffer = new byte[BufferSize];

    /// <param name="bytes">The file, which has all the values.</param>
    /// <param name="begin">Where the first value lies.</param>
    /// <param name="format">How the values lie in the file.</param>
    /// <param name="shape">The extents of the array; the first is that of the rows, and none stands for one row of one value.</param>
    /// <param name="isFortranOrder">Whether the first index runs fastest.</param>
    public ArrayRows(StoredBytes bytes, long begin, NumberFormat format, IReadOnlyList<long> shape, bool isFortranOrder = false)
    {
        this.bytes = bytes;
        this.begin = begin;
        this.format = format;
        this.isFortranOrder = isFortranOrder && shape.Count > 1;
        this.Count = shape.Count == 0 ? 1 : shape[0];
        this.Shape = shape.Count < 2 ? [1] : [.. shape.Skip(1).Select(extent => checked((int)extent))];
        this.RowSize = 1;
        foreach (int extent in this.Shape)
        {
            this.RowSize *= extent;
        }
    }

    /// <summary>The file.</summary>
    public string Path => this.bytes.Path;

    /// <summary>The number of rows.</summary>
    public long Count { get; }

    /// <summary>The extents of a row; [1] for one value.</summary>
    public int[] Shape { get; }

    /// <summary>The number of values of a row.</summary>
    public long RowSize { get; }

    /// <summary>The bytes of all values.</summary>
    public long ByteCount => this.Count * this.RowSize * this.format.Size;

    /// <summary>What values are divided by when they are read.</summary>
    public float Divisor { get; init; } = 1;

    /// <summary>As many rows as are best read together.</summary>
    public int BlockRows => this.isFortranOrder ? BufferSize / this.format.Size : 1;

    /// <summary>Reads rows in row-major order, rounded to the type's precision.</summary>
    /// <param name="first">The first row.</param>
    /// <param name="values">Room for some whole rows that are there.</param>
    /// <exception cref="DataFormatException">The file has become shorter.</exception>
    public void Read<T>(long first, Span<T> values)
        where T : unmanaged, INumberBase<T>
    {
        if (values.IsEmpty)
        {
            return;
        }

        if (this.isFortranOrder)
        {
            this.Gather(first, (int)(values.Length / this.RowSize), values);
        }
        else
        {
            this.ReadRun(first * this.RowSize, values);
        }

        if (this.Divisor != 1)
        {
            // A division, not a multiplication by the inverse: 255 must become exactly 1.
            TensorPrimitives.Divide(values, T.CreateChecked(this.Divisor), values);
        }
    }

    /// <summary>Reads values that follow each other in the file.</summary>
    private void ReadRun<T>(long first, Span<T> values)
        where T : unmanaged, INumberBase<T>
    {
        int size = this.format.Size;
        long place = this.begin + (first * size);
        if (this.format.Is<T>())
        {
            // A span of bytes holds no more than 2^31 of them.
            int most = Array.MaxLength / Unsafe.SizeOf<T>();
            for (int done = 0; done < values.Length;)
            {
                Span<T> part = values.Slice(done, Math.Min(most, values.Length - done));
                this.bytes.Read(place + ((long)done * size), MemoryMarshal.AsBytes(part));
                done += part.Length;
            }

            return;
        }

        int chunk = BufferSize / size;
        for (int done = 0; done < values.Length; done += Math.Min(chunk, values.Length - done))
        {
            Span<T> part = values.Slice(done, Math.Min(chunk, values.Length - done));
            Span<byte> raw = this.buffer.AsSpan(0, part.Length * size);
            this.bytes.Read(place + ((long)done * size), raw);
            this.format.Decode(raw, part);
        }
    }

    /// <summary>Gathers rows from columns, of which the buffer holds several where they are short, and a part where they are long.</summary>
    private void Gather<T>(long first, int count, Span<T> values)
        where T : unmanaged, INumberBase<T>
    {
        int capacity = BufferSize / this.format.Size;
        T[] run = new T[capacity];
        long columns = this.Count <= capacity ? capacity / this.Count : 1;
        int[] index = new int[this.Shape.Length];
        int place = 0;
        for (long column = 0; column < this.RowSize;)
        {
            long together = Math.Min(columns, this.RowSize - column);
            bool isWhole = this.Count <= capacity;
            if (isWhole)
            {
                this.ReadRun(column * this.Count, run.AsSpan(0, (int)(together * this.Count)));
            }

            for (long end = column + together; column < end; column++)
            {
                if (isWhole)
                {
                    long begin = ((column - (end - together)) * this.Count) + first;
                    this.Scatter<T>(run.AsSpan((int)begin, count), values, place);
                }
                else
                {
                    this.GatherColumn(column, first, run, values, place, count);
                }

                place = this.Next(index);
            }
        }
    }

    private void GatherColumn<T>(long column, long first, T[] run, Span<T> values, int place, int count)
        where T : unmanaged, INumberBase<T>
    {
        for (int done = 0; done < count; done += Math.Min(run.Length, count - done))
        {
            Span<T> part = run.AsSpan(0, Math.Min(run.Length, count - done));
            this.ReadRun((column * this.Count) + first + done, part);
            this.Scatter<T>(part, values[(int)(done * this.RowSize)..], place);
        }
    }

    private void Scatter<T>(ReadOnlySpan<T> column, Span<T> values, int place)
    {
        int stride = (int)this.RowSize;
        for (int row = 0; row < column.Length; row++)
        {
            values[(row * stride) + place] = column[row];
        }
    }

    /// <summary>Goes to the next column in the file and says which value of a row it is.</summary>
    private int Next(int[] index)
    {
        for (int dimension = 0; dimension < index.Length && ++index[dimension] == this.Shape[dimension]; dimension++)
        {
            index[dimension] = 0;
        }

        int place = 0;
        for (int dimension = 0; dimension < index.Length; dimension++)
        {
            place = (place * this.Shape[dimension]) + index[dimension];
        }

        return place;
    }
}
