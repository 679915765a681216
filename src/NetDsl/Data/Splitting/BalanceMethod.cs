namespace NetDsl.Data;

/// <summary>How classes of different size are made to count alike.</summary>
public enum BalanceMethod
{
    /// <summary>Each class gets as many rows as the largest: each of its rows as often as all the others, but for those drawn to make up the rest.</summary>
    Oversample,

    /// <summary>Each class keeps as many rows as the smallest has, drawn by chance.</summary>
    Undersample,

    /// <summary>The weights of each class are multiplied so that they add up alike, and to as much in all as before.</summary>
    Weights,
}
