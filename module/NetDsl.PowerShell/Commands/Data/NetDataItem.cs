namespace NetDsl.PowerShell;

/// <summary>Something in a file of data: an array, a table or a column.</summary>
public sealed class NetDataItem
{
    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>Its path or name within the file.</summary>
    public required string Name { get; init; }

    /// <summary>What it is: Array, Table, Column, Image, Group.</summary>
    public required string Kind { get; init; }

    /// <summary>Its extents, the number of rows first; none for a single value.</summary>
    public IReadOnlyList<long> Shape { get; init; } = [];

    /// <summary>What its values are, in the words of the format.</summary>
    public string? Type { get; init; }

    /// <summary>The unit of its values, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>The extents of a chunk, which is read as a whole; null where there are none.</summary>
    public IReadOnlyList<long>? Chunk { get; init; }

    /// <summary>How chunks are packed, in order.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    /// <summary>The bytes that it takes in the file; null where it is not known.</summary>
    public long? Bytes { get; init; }

    /// <summary>The number of values that are missing; null where they were not counted.</summary>
    public long? Missing { get; init; }

    /// <summary>Why it cannot be read, or null.</summary>
    public string? Problem { get; init; }

    /// <inheritdoc/>
    public override string ToString() => this.Name;
}
