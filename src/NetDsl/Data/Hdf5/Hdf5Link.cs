namespace NetDsl.Data.Hdf5;

/// <summary>A name in a group.</summary>
public sealed record Hdf5Link
{
    internal Hdf5Link(string name, Hdf5LinkKind kind, string? target, long address)
    {
        this.Name = name;
        this.Kind = kind;
        this.Target = target;
        this.Address = address;
    }

    /// <summary>The name, without the group's path.</summary>
    public string Name { get; }

    /// <summary>How it leads to an object.</summary>
    public Hdf5LinkKind Kind { get; }

    /// <summary>The path of a soft link, "file:path" of an external one, null for others.</summary>
    public string? Target { get; }

    /// <summary>The address of the object's header, for a hard link.</summary>
    internal long Address { get; }
}
