namespace NetDsl.Data.Hdf5;

/// <summary>Writes the rows of a data set of texts, one block after the other. It ends with its file.</summary>
public sealed unsafe class Hdf5TextWriter
{
    private readonly Hdf5Appender rows;
    private readonly Hdf5Id type;
    private readonly int? bytes;

    /// <param name="rows">The data set.</param>
    /// <param name="type">The type of its texts, which the file closes.</param>
    /// <param name="bytes">The bytes of each text; null for as many as there are.</param>
    internal Hdf5TextWriter(Hdf5Appender rows, Hdf5Id type, int? bytes)
    {
        this.rows = rows;
        this.type = type;
        this.bytes = bytes;
    }

    /// <summary>Where in the file.</summary>
    public string Path => this.rows.Path;

    /// <summary>The rows so far.</summary>
    public long Count => this.rows.Count;

    /// <summary>Writes rows after those that are there.</summary>
    /// <param name="texts">The texts.</param>
    /// <exception cref="ArgumentException">A text is longer than the room for it, or has a zero within.</exception>
    /// <exception cref="IOException">The rows cannot be written.</exception>
    /// <exception cref="ObjectDisposedException">The file is complete, or given up.</exception>
    public void Append(ReadOnlySpan<string> texts)
    {
        if (this.bytes is { } length)
        {
            byte[] packed = new byte[(long)texts.Length * length];
            for (int i = 0; i < texts.Length; i++)
            {
                Utf8Texts.Fill(packed.AsSpan(i * length, length), texts[i], this.Count + i, this.Path);
            }

            fixed (byte* first = packed)
            {
                this.Append(texts.Length, first);
            }

            return;
        }

        using Utf8Texts native = new(texts, this.Path);
        fixed (nint* first = native.Pointers)
        {
            this.Append(texts.Length, first);
        }
    }

    private void Append(int count, void* values)
    {
        using (LibHdf5.Enter())
        {
            this.rows.Append(count, this.type, values);
        }
    }
}
