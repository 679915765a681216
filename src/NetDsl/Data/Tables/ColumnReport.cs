namespace NetDsl.Data;

/// <summary>What a reader found in a column of a table, and what it made of it.</summary>
public sealed record ColumnReport
{
    /// <summary>What the column is called.</summary>
    public required string Name { get; init; }

    /// <summary>What its cells hold; null where they were not looked at, or where all are missing.</summary>
    public TableFieldKind? Kind { get; init; }

    /// <summary>The number of cells that are missing; null where they were not counted.</summary>
    public long? Missing { get; init; }

    /// <summary>What became of it.</summary>
    public ColumnUse Use { get; init; }

    /// <summary>Why it was left out, or how missing values were filled in; null where there is nothing to say.</summary>
    public string? Remark { get; init; }
}
