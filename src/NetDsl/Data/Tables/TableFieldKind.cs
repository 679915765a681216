namespace NetDsl.Data;

/// <summary>What the cells of a column hold.</summary>
public enum TableFieldKind
{
    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Truth values, which count as the numbers 1 and 0.</summary>
    Truth,

    /// <summary>Points in time, which count as seconds since the beginning of 1970.</summary>
    Date,

    /// <summary>Text.</summary>
    Text,
}
