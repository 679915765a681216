namespace NetDsl.Data;

/// <summary>A column of a table that a step has rearranged.</summary>
/// <param name="Place">The column before that it comes from.</param>
/// <param name="IsNew">Whether it is made of that column; otherwise it is that column, with its name and categories.</param>
/// <param name="Prefix">What stands before the name of that column in its own.</param>
/// <param name="Suffix">What stands behind it.</param>
internal readonly record struct ArrangedColumn(int Place, bool IsNew = false, string Prefix = "", string Suffix = "");
