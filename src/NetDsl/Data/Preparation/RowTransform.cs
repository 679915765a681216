namespace NetDsl.Data;

/// <summary>Prepares the features of one row. It may be called by several threads at once.</summary>
/// <param name="features">The features before.</param>
/// <param name="prepared">Room for those afterwards, which does not overlap.</param>
public delegate void RowTransform(ReadOnlySpan<float> features, Span<float> prepared);
