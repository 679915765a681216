using NetDsl.Data;

namespace NetDsl.PowerShell;

/// <summary>What is wanted of files of data.</summary>
internal sealed record DataRequest
{
    /// <summary>Which columns are what.</summary>
    public required TableOptions Columns { get; init; }

    /// <summary>Which table of a file, or null.</summary>
    public string? Table { get; init; }

    /// <summary>What stands between two cells, or null for what the name of a file says.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Whether the first line of a table of text names the columns.</summary>
    public bool HasHeader { get; init; }

    /// <summary>The file of the numbers of classes, or null.</summary>
    public string? LabelPath { get; init; }

    /// <summary>The file of the targets, or null.</summary>
    public string? TargetPath { get; init; }

    /// <summary>The file of the weights, or null.</summary>
    public string? WeightPath { get; init; }

    /// <summary>The number of classes, or null for those found.</summary>
    public int? ClassCount { get; init; }

    /// <summary>The names of the classes, or null.</summary>
    public IReadOnlyList<string>? Classes { get; init; }

    /// <summary>Whether pixels are left as they are.</summary>
    public bool Raw { get; init; }

    /// <summary>The most bytes that packed arrays may unpack to, or null for what the library allows.</summary>
    public long? MaximumUnpackedSize { get; init; }
}
