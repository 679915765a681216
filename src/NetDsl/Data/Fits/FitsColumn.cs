namespace NetDsl.Data;

/// <summary>A column of a binary table in a FITS file, as its header describes it.</summary>
/// <param name="Name">What it is called (TTYPE); col1, col2 ... where it has no name.</param>
/// <param name="Format">What its cells hold, by the letters of FITS (TFORM), for example 48E for 48 numbers of single precision.</param>
/// <param name="Unit">The unit of its values (TUNIT), or null.</param>
/// <param name="Field">
/// The column as it can be read, numbers scaled and with the extents of the array in a cell, the slowest first; null where it cannot.
/// </param>
/// <param name="Problem">Why it cannot be read; null where it can.</param>
public sealed record FitsColumn(string Name, string Format, string? Unit, TableField? Field, string? Problem);
