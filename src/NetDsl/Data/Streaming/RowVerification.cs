namespace NetDsl.Data;

/// <summary>Looks at rows that were read from a source, and throws where one cannot be used.</summary>
/// <param name="values">The rows.</param>
/// <param name="firstRow">The number of the first of them in the source.</param>
internal delegate void RowVerification(RowValues values, long firstRow);
