namespace NetDsl.Data;

/// <summary>By what rows are dealt into parts or folds.</summary>
public enum SplitMethod
{
    /// <summary>Each row by chance. For a stream, blocks of rows by chance.</summary>
    Random,

    /// <summary>Each row by chance, such that each part has the same share of each class, as nearly as whole rows allow.</summary>
    Stratified,

    /// <summary>Groups of rows by chance, so that no group has rows in two parts: <see cref="RowKeys.Groups"/>, or the different values of a feature.</summary>
    Group,

    /// <summary>
    /// The latest rows to the test and those before them to validation: by <see cref="RowKeys.Times"/>, or the values of a feature. Rows of one time stand
    /// in their order.
    /// </summary>
    Time,

    /// <summary>As the rows come: the last ones to the test and those before them to validation.</summary>
    Order,
}
