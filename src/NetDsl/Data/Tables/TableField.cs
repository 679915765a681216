namespace NetDsl.Data;

/// <summary>A column of a table in a file.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="Shape">The extents of the array in a cell, each at least 1; empty for a single number or text. Text has no extents.</param>
public sealed record TableField(string Name, TableFieldKind Kind, IReadOnlyList<int> Shape)
{
    /// <summary>A column with one number, truth value or text a row.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="kind">What its cells hold.</param>
    public TableField(string name, TableFieldKind kind)
        : this(name, kind, [])
    {
    }

    /// <summary>
    /// All texts that come in the column, where the format knows them before the rows are read; otherwise null.
    /// <see cref="ColumnBlock.Texts"/> begins with them, in this order.
    /// </summary>
    public IReadOnlyList<string>? Texts { get; init; }

    /// <summary>The number of values that are missing, where the format knows it before the rows are read; otherwise null.</summary>
    public long? Missing { get; init; }

    /// <summary>The number of values in a cell.</summary>
    public int Width => DatasetChecks.SizeOf([.. this.Shape], "cell", least: 1);
}
