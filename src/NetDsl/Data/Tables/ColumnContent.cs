namespace NetDsl.Data;

/// <summary>As what the cells of a column are read.</summary>
public enum ColumnContent
{
    /// <summary>Numbers of single precision; NaN where one is missing.</summary>
    Single,

    /// <summary>Numbers of double precision; NaN where one is missing.</summary>
    Double,

    /// <summary>Text, by the numbers of the texts.</summary>
    Text,
}
