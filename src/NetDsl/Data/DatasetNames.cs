namespace NetDsl.Data;

/// <summary>What the numbers of a data set are called; null for those without names.</summary>
/// <param name="Features">One for each feature of a row.</param>
/// <param name="Targets">One for each target of a row.</param>
/// <param name="Classes">One for each class, where the targets are labels.</param>
internal sealed record DatasetNames(IReadOnlyList<string>? Features, IReadOnlyList<string>? Targets, IReadOnlyList<string>? Classes)
{
    /// <summary>The column of the labels.</summary>
    public string? Label { get; init; }

    /// <summary>The column of the weights.</summary>
    public string? Weight { get; init; }
}
