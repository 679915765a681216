namespace NetDsl.Data.Hdf5;

/// <summary>A column of a table that is written to an HDF5 file.</summary>
public sealed class Hdf5Column
{
    private Hdf5Column(string name, Type type, int elementBytes, int[] shape)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(elementBytes, 1);
        this.Name = name;
        this.Type = type;
        this.ElementBytes = elementBytes;
        this.Shape = shape;
        this.CellSize = DatasetChecks.SizeOf(shape, "cell", least: 1);
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>The type of its numbers, or string.</summary>
    public Type Type { get; }

    /// <summary>The extents of a cell; none where it is one number or text.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>The bytes of a number or a text.</summary>
    internal int ElementBytes { get; }

    /// <summary>The numbers of a cell.</summary>
    internal int CellSize { get; }

    /// <summary>The bytes of a cell.</summary>
    internal long CellBytes => (long)this.CellSize * this.ElementBytes;

    /// <summary>A column of numbers.</summary>
    /// <typeparam name="T">Their type: float, double, or a whole number of 1 to 8 bytes.</typeparam>
    /// <param name="name">What it is called.</param>
    /// <param name="shape">The extents of a cell; none where it is one number.</param>
    /// <exception cref="ArgumentException">The type or the shape cannot be.</exception>
    public static Hdf5Column Of<T>(string name, params int[] shape)
        where T : unmanaged => new(name, typeof(T), Hdf5Element.Of(typeof(T)).Size, [.. shape]);

    /// <summary>A column of texts in UTF-8.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="bytes">The bytes of a text, at least 1: shorter ones are filled up with zeros.</param>
    public static Hdf5Column Text(string name, int bytes) => new(name, typeof(string), bytes, []);
}
