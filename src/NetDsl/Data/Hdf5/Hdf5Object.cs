using NetDsl.Data.Hdf5.Format;

namespace NetDsl.Data.Hdf5;

/// <summary>A group, a dataset or a named type of an HDF5 file.</summary>
public abstract class Hdf5Object
{
    private readonly Lazy<IReadOnlyList<Hdf5Attribute>> attributes;

    private protected Hdf5Object(Hdf5File file, ObjectHeader header, string path)
    {
        this.File = file;
        this.Header = header;
        this.Path = path;
        this.attributes = new Lazy<IReadOnlyList<Hdf5Attribute>>(() => AttributeReader.Read(file.Source, header), LazyThreadSafetyMode.PublicationOnly);
    }

    /// <summary>The path by which it was found: "/group/name"; "/" for the root.</summary>
    public string Path { get; }

    /// <summary>The last part of the path; empty for the root.</summary>
    public string Name => this.Path[(this.Path.LastIndexOf('/') + 1)..];

    /// <summary>Its attributes, by name in ordinal order.</summary>
    /// <exception cref="DataFormatException">They are broken.</exception>
    public IReadOnlyList<Hdf5Attribute> Attributes => this.attributes.Value;

    /// <summary>The file it lies in.</summary>
    internal Hdf5File File { get; }

    /// <summary>Its header.</summary>
    internal ObjectHeader Header { get; }

    /// <summary>Finds an attribute.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The attribute; null where there is none.</returns>
    /// <exception cref="DataFormatException">The attributes are broken.</exception>
    public Hdf5Attribute? FindAttribute(string name) => this.Attributes.FirstOrDefault(attribute => attribute.Name == name);

    /// <inheritdoc/>
    public override string ToString() => this.Path;
}
