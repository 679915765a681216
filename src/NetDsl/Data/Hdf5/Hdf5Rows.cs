using System.Numerics;

namespace NetDsl.Data.Hdf5;

/// <summary>Rows of a table, from which fields are taken. Give it back by disposing of it.</summary>
public sealed class Hdf5Rows : IDisposable
{
    /// <summary>The number of the first row.</summary>
    public long First { get; }

    /// <summary>The rows.</summary>
    public int Count { get; }

    /// <summary>Takes a field of numbers.</summary>
    /// <typeparam name="T">Any type of numbers. Floats are rounded; what a type of integers cannot hold is an error, and fractions are cut off.</typeparam>
    /// <param name="field">Its name; "outer.inner" for one of a nested type.</param>
    /// <param name="destination">The rows times the field's <see cref="Hdf5Type.ValueCount"/>.</param>
    /// <exception cref="ArgumentException">The destination is not as long as that.</exception>
    /// <exception cref="DataFormatException">There is no such field, or it holds no numbers.</exception>
    public void Read<T>(string field, Span<T> destination)
        where T : unmanaged, INumber<T> => throw new NotImplementedException();

    /// <summary>Takes a field of texts.</summary>
    /// <param name="field">Its name; "outer.inner" for one of a nested type.</param>
    /// <returns>The texts, without padding: the rows times the field's <see cref="Hdf5Type.ValueCount"/>.</returns>
    /// <exception cref="DataFormatException">There is no such field, or it holds no texts, or the file is broken.</exception>
    public string[] ReadStrings(string field) => throw new NotImplementedException();

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
