namespace NetDsl.Data;

/// <summary>Which table of a FITS file is read, and which of its columns are what.</summary>
public sealed record FitsOptions : TableOptions
{
    /// <summary>The part of the file by its name (EXTNAME, in upper or lower case) or its place from 0; null for its first binary table.</summary>
    public string? Hdu { get; init; }
}
