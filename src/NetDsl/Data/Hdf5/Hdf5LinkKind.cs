namespace NetDsl.Data.Hdf5;

/// <summary>How a name in a group leads to an object.</summary>
public enum Hdf5LinkKind
{
    /// <summary>To the object itself.</summary>
    Hard,

    /// <summary>To a path within the file.</summary>
    Soft,

    /// <summary>To a path in another file; such links are listed, not followed.</summary>
    External,

    /// <summary>A kind of some program's own; listed, not followed.</summary>
    Other,
}
