namespace NetDsl.Data;

/// <summary>A step that works on some of the features.</summary>
public abstract class ColumnStep : PreparationStep
{
    private protected ColumnStep()
    {
    }

    /// <summary>
    /// The features it works on, by name; those without names are called by their places, from 0. Wildcards * and ? are allowed. Null for all
    /// that fit: categories for an encoder, what is no category for a step that calculates.
    /// </summary>
    public IReadOnlyList<string>? Columns { get; init; }
}
