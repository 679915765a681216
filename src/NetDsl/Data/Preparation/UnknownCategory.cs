namespace NetDsl.Data;

/// <summary>What becomes of a category that was in no training row.</summary>
public enum UnknownCategory
{
    /// <summary>It is an error that names row and column.</summary>
    Error,

    /// <summary>It is none of the categories: 0 in all columns.</summary>
    Ignore,
}
