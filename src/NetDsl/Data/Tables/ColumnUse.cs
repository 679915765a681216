namespace NetDsl.Data;

/// <summary>What a column of a table becomes in a data set.</summary>
public enum ColumnUse
{
    /// <summary>Nothing.</summary>
    LeftOut,

    /// <summary>A feature, or several where a cell holds an array.</summary>
    Feature,

    /// <summary>A feature whose numbers stand for texts: see <see cref="RowLayout.Categories"/>.</summary>
    Category,

    /// <summary>Values to be learnt.</summary>
    Target,

    /// <summary>Classes to be learnt.</summary>
    Label,

    /// <summary>The weights of the rows.</summary>
    SampleWeight,

    /// <summary>The groups of the rows: see <see cref="RowKeys.Groups"/>.</summary>
    Group,

    /// <summary>The times of the rows: see <see cref="RowKeys.Times"/>.</summary>
    Time,
}
