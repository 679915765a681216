namespace NetDsl.Data;

/// <summary>What stands for a missing value.</summary>
public enum ImputationStrategy
{
    /// <summary>The mean of the column in the training rows.</summary>
    Mean,

    /// <summary>The median of the column in the training rows.</summary>
    Median,

    /// <summary>The value that comes most often in the column, the smallest of several; also for categories.</summary>
    MostFrequent,

    /// <summary>A given number.</summary>
    Constant,
}
