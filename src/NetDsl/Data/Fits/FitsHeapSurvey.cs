namespace NetDsl.Data;

/// <summary>The arrays of a column in the heap of a binary table.</summary>
/// <param name="Length">The number of elements of each; null where they differ, or where there are none.</param>
/// <param name="Difference">A clause that says where they differ; null where they do not.</param>
/// <param name="Overlap">Whether together they are longer than the heap.</param>
internal sealed record FitsHeapSurvey(long? Length, string? Difference, bool Overlap);
