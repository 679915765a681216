namespace NetDsl.Kernels;

/// <summary>Where the values lie that noise is applied to, and which numbers are drawn for them.</summary>
/// <param name="Rows">The number of rows.</param>
/// <param name="Count">The values of a row, which follow each other.</param>
/// <param name="Stored">The elements of a row with the padding after it, which may be read and written.</param>
/// <param name="SourceStride">Elements from one row to the next where they are read.</param>
/// <param name="DestinationStride">Likewise where they are written.</param>
/// <param name="PlaceStride">
/// How much further the place of a row's first value is than that of the row before; 0 where all rows share what is drawn.
/// </param>
/// <param name="First">
/// The place of the first value among those of the layer and the batch, counted in the order of the values without any padding, so that the
/// layout of the memory, which depends on the precision, has no part in what is drawn.
/// </param>
public readonly record struct NoiseRows(
    int Rows, int Count, int Stored, int SourceStride, int DestinationStride, int PlaceStride, nint First);
