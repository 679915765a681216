namespace NetDsl.Data;

/// <summary>What a part of a FITS file holds.</summary>
public enum FitsHduKind
{
    /// <summary>An array of numbers, or nothing but a header.</summary>
    Image,

    /// <summary>A binary table.</summary>
    BinaryTable,

    /// <summary>A table of text, an old form, or something else that is not read.</summary>
    Other,
}
