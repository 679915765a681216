using System.Numerics;

namespace NetDsl.Data.Hdf5;

/// <summary>A value that belongs to a group, a dataset or a named type.</summary>
public sealed class Hdf5Attribute
{
    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The extents, the slowest first; none for a scalar.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>What an element is.</summary>
    public Hdf5Type Type { get; }

    /// <summary>The elements: the product of the extents, 1 for a scalar, 0 for an empty attribute.</summary>
    public int Count { get; }

    /// <summary>The numbers, in row-major order: <see cref="Count"/> times the type's <see cref="Hdf5Type.ValueCount"/>.</summary>
    /// <typeparam name="T">Any type of numbers. Floats are rounded; what a type of integers cannot hold is an error, and fractions are cut off.</typeparam>
    /// <exception cref="DataFormatException">These are no numbers.</exception>
    public T[] Read<T>()
        where T : unmanaged, INumber<T> => throw new NotImplementedException();

    /// <summary>The texts, in row-major order.</summary>
    /// <exception cref="DataFormatException">These are no texts, or the file is broken.</exception>
    public string[] ReadStrings() => throw new NotImplementedException();

    /// <summary>The bytes as they are in the file, also of types that are not read.</summary>
    public byte[] ReadBytes() => throw new NotImplementedException();
}
