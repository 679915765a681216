using System.Buffers;
using System.Numerics;
using NetDsl.Data.Hdf5.Storage;

namespace NetDsl.Data.Hdf5;

/// <summary>Rows of a table, from which fields are taken. Give it back by disposing of it.</summary>
public sealed class Hdf5Rows : IDisposable
{
    private readonly Hdf5Dataset dataset;
    private readonly int elements;
    private byte[]? buffer;

    internal Hdf5Rows(Hdf5Dataset dataset, long first, int count, int elements)
    {
        this.dataset = dataset;
        this.elements = elements;
        this.First = first;
        this.Count = count;
        this.buffer = ArrayPool<byte>.Shared.Rent(elements * dataset.Type.Size);
    }

    /// <summary>The number of the first row.</summary>
    public long First { get; }

    /// <summary>The rows.</summary>
    public int Count { get; }

    /// <summary>The rows as they are in the file.</summary>
    internal Span<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(this.buffer is null, this);
            return this.buffer.AsSpan(0, this.elements * this.dataset.Type.Size);
        }
    }

    /// <summary>Takes a field of numbers.</summary>
    /// <typeparam name="T">Any type of numbers. Floats are rounded; what a type of integers cannot hold is an error, and fractions are cut off.</typeparam>
    /// <param name="field">Its name; "outer.inner" for one of a nested type.</param>
    /// <param name="destination">The rows times the field's <see cref="Hdf5Type.ValueCount"/>.</param>
    /// <exception cref="ArgumentException">The destination is not as long as that.</exception>
    /// <exception cref="DataFormatException">There is no such field, or it holds no numbers.</exception>
    public void Read<T>(string field, Span<T> destination)
        where T : unmanaged, INumber<T>
    {
        Hdf5Field found = FindField(this.dataset, field);
        if (!found.Type.IsNumeric)
            throw this.dataset.Refused($"its field '{field}' holds no numbers, but {found.Type}");

        long values = (long)this.elements * found.Type.ValueCount;
        if (destination.Length != values)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The field has {values} numbers, and the destination {destination.Length}."), nameof(destination));
        }

        try
        {
            if (values > 0)
                new NumberRuns<T>(destination, found.Type, this.dataset.Type.Size, found.Offset).Take(this.Bytes, 0);
        }
        catch (OverflowException error)
        {
            throw this.dataset.Overflow<T>(error);
        }
    }

    /// <summary>Takes a field of texts.</summary>
    /// <param name="field">Its name; "outer.inner" for one of a nested type.</param>
    /// <returns>The texts, without padding: the rows times the field's <see cref="Hdf5Type.ValueCount"/>.</returns>
    /// <exception cref="DataFormatException">There is no such field, or it holds no texts, or the file is broken.</exception>
    public string[] ReadStrings(string field)
    {
        Hdf5Field found = FindField(this.dataset, field);
        if (!found.Type.IsText)
            throw this.dataset.Refused($"its field '{field}' holds no text, but {found.Type}");

        string[] texts = new string[(long)this.elements * found.Type.ValueCount];
        new TextRuns(texts, this.dataset.File.Source, found.Type, this.dataset.Type.Size, found.Offset).Take(this.Bytes, 0);
        return texts;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (this.buffer is not null)
            ArrayPool<byte>.Shared.Return(this.buffer);

        this.buffer = null;
    }

    /// <summary>Finds a field of a table's rows.</summary>
    /// <param name="dataset">The table.</param>
    /// <param name="field">Its name.</param>
    internal static Hdf5Field FindField(Hdf5Dataset dataset, string field) =>
        dataset.Type.FindField(field) ?? throw dataset.Refused(
            $"it has no field '{field}'; its fields are {string.Join(", ", dataset.Type.Fields.Select(known => known.Name))}");
}
