namespace NetDsl.Data;

/// <summary>How a column becomes the targets of a data set.</summary>
public enum LabelEncoding
{
    /// <summary>A number, taken as it is: for regression.</summary>
    Value,

    /// <summary>A class; one target for each class, 1 for the row's own and 0 for the others: for a softmax.</summary>
    OneHot,

    /// <summary>One of two classes; one target, 0 for the first class and 1 for the second: for a sigmoid.</summary>
    Binary,
}
