namespace NetDsl.Data;

/// <summary>An image of a FITS file.</summary>
/// <param name="Shape">The extents, the slowest first: NAXIS1 is the last.</param>
/// <param name="Values">
/// The values in row-major order, scaled (BSCALE, BZERO) and in single precision: integers beyond 2^24 and doubles are rounded. NaN where there is
/// none (BLANK).
/// </param>
public sealed record FitsImage(IReadOnlyList<int> Shape, float[] Values);
