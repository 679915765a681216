using NetDsl.Data.Hdf5.Format;

namespace NetDsl.Data.Hdf5;

/// <summary>A type that has a name of its own in the file.</summary>
public sealed class Hdf5NamedType : Hdf5Object
{
    internal Hdf5NamedType(Hdf5File file, ObjectHeader header, string path)
        : base(file, header, path)
    {
        this.Type = TypeDecoder.Read(file.Source, header);
    }

    /// <summary>The type.</summary>
    public Hdf5Type Type { get; }
}
