namespace NetDsl.Data;

/// <summary>
/// What becomes of values that are missing. Means and medians are those of all rows that are read: for an honest evaluation keep what is
/// missing, split the data, and fit a preparation to the part that is trained with.
/// </summary>
public enum MissingValues
{
    /// <summary>They are an error.</summary>
    Error,

    /// <summary>A row in which a cell that is used is missing is left out.</summary>
    Drop,

    /// <summary>A feature that is missing is NaN: see <see cref="RowLayout.MayMissFeatures"/>.</summary>
    Keep,

    /// <summary>A feature that is missing gets the mean of its column; a category the most frequent one.</summary>
    Mean,

    /// <summary>A feature that is missing gets the median of its column; a category the most frequent one.</summary>
    Median,

    /// <summary>
    /// As <see cref="Mean"/>, and each column in which a value is missing is followed by one more feature, NAME_missing, which is 1 where
    /// it is and otherwise 0.
    /// </summary>
    Indicator,
}
