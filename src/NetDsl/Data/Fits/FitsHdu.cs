namespace NetDsl.Data;

/// <summary>A part of a FITS file: a header and its data.</summary>
/// <param name="Index">Its place in the file, from 0.</param>
/// <param name="Name">What it is called (EXTNAME); PRIMARY or empty where it has no name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Shape">The extents of an image, the slowest first, empty where there are no data; [rows] of a table.</param>
/// <param name="Columns">The columns of a binary table.</param>
public sealed record FitsHdu(int Index, string Name, FitsHduKind Kind, IReadOnlyList<long> Shape, IReadOnlyList<FitsColumn> Columns);
