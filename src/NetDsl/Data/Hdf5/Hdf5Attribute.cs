using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using NetDsl.Data.Hdf5.Format;
using NetDsl.Data.Hdf5.Storage;

namespace NetDsl.Data.Hdf5;

/// <summary>A value that belongs to a group, a dataset or a named type.</summary>
[SuppressMessage("Naming", "CA1711", Justification = "It is HDF5's own word.")]
public sealed class Hdf5Attribute
{
    private readonly Hdf5Source source;
    private readonly ReadOnlyMemory<byte> bytes;

    internal Hdf5Attribute(Hdf5Source source, string name, Hdf5Type type, Dataspace space, ReadOnlyMemory<byte> bytes)
    {
        this.source = source;
        this.Name = name;
        this.Type = type;
        this.Shape = space.Shape;
        this.Count = (int)space.Count;
        this.bytes = bytes;
    }

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
        where T : unmanaged, INumber<T>
    {
        if (!this.Type.IsNumeric)
            throw this.source.Broken($"the attribute '{this.Name}' holds no numbers, but {this.Type}.");

        T[] values = new T[this.Count * this.Type.ValueCount];
        try
        {
            if (values.Length > 0)
                new NumberRuns<T>(values, this.Type, this.Type.Size, 0).Take(this.bytes.Span, 0);
        }
        catch (OverflowException error)
        {
            throw DataFormatException.InFile(
                this.source.Path, $"the attribute '{this.Name}' has a number that {typeof(T).Name} cannot hold. Read it as double.", null, error);
        }

        return values;
    }

    /// <summary>The texts, in row-major order.</summary>
    /// <exception cref="DataFormatException">These are no texts, or the file is broken.</exception>
    public string[] ReadStrings()
    {
        if (!this.Type.IsText)
            throw this.source.Broken($"the attribute '{this.Name}' holds no text, but {this.Type}.");

        string[] texts = new string[this.Count * this.Type.ValueCount];
        new TextRuns(texts, this.source, this.Type, this.Type.Size, 0).Take(this.bytes.Span, 0);
        return texts;
    }

    /// <summary>The bytes as they are in the file, also of types that are not read.</summary>
    public byte[] ReadBytes() => this.bytes.ToArray();
}
