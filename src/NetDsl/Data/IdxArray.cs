namespace NetDsl.Data;

/// <summary>The content of an IDX file.</summary>
/// <param name="ElementType">What the values were in the file.</param>
/// <param name="Shape">The extents, the slowest first, each at least 1.</param>
/// <param name="Values">The values in row-major order, in single precision: integers beyond 2^24 and doubles are rounded.</param>
public sealed record IdxArray(IdxElementType ElementType, IReadOnlyList<int> Shape, float[] Values);
